import { createHash } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';
import { UpdateError } from '../errors.ts';
import type { Root, Snapshot, Targets, Timestamp } from '../metadata.ts';
import type { Fetch } from '../ports.ts';
import { makeKey, type SigningKey } from './keys.ts';

export const TOP = ['root', 'timestamp', 'snapshot', 'targets'] as const;
export type Top = (typeof TOP)[number];

/** The day on which tests take place. */
export const TODAY = Date.parse('2026-06-01T00:00:00Z');
export const DAY = 86_400_000;
export const inDays = (days: number): string =>
  new Date(TODAY + days * DAY).toISOString().replace('.000Z', 'Z');

/**
 * A repository that does what a test tells it to, honest or not. Change `root`, `timestamp`,
 * `snapshot`, `targets` or `signers`, then `publish`; or put any bytes into `files`.
 */
export class Repository {
  /** What a mirror serves, by path. */
  readonly files = new Map<string, Uint8Array>();
  /** Paths asked for, in order. */
  readonly asked: string[] = [];
  /** Who signs each role; changing it does not change the root. */
  readonly signers: Record<Top, SigningKey[]>;
  root: Root;
  timestamp: Timestamp;
  snapshot: Snapshot;
  targets: Targets;

  constructor() {
    this.signers = { root: [], timestamp: [], snapshot: [], targets: [] };
    const common = { spec_version: '1.0.31', version: 1, expires: inDays(30) };
    const roles = Object.fromEntries(
      TOP.map((role) => [role, { keyids: [] as string[], threshold: 1 }]),
    ) as Root['roles'];
    this.root = { ...common, _type: 'root', consistent_snapshot: true, keys: {}, roles };
    for (const role of TOP) this.addKey(role);
    this.targets = { ...common, _type: 'targets', targets: {} };
    this.snapshot = { ...common, _type: 'snapshot', meta: { 'targets.json': { version: 1 } } };
    this.timestamp = { ...common, _type: 'timestamp', meta: { 'snapshot.json': { version: 1 } } };
    this.publishRoot(0);
    this.write('1.targets.json', this.signed('targets'));
    this.write('1.snapshot.json', this.signed('snapshot'));
    this.write('timestamp.json', this.signed('timestamp'));
  }

  /** The key is listed for the role, and signs it from now on. */
  addKey(role: Top, key = makeKey()): SigningKey {
    this.signers[role].push(key);
    this.root.keys[key.id] = key.key;
    this.root.roles[role].keyids.push(key.id);
    return key;
  }

  /** New keys in place of all old ones. */
  replaceKeys(role: Top, count = 1): void {
    this.signers[role].length = 0;
    this.root.roles[role].keyids.length = 0;
    for (let made = 0; made < count; made++) this.addKey(role);
  }

  /** Bytes of a role, signed by those who sign it now, or by others. */
  signed(role: Top, by: readonly SigningKey[] = this.signers[role]): Uint8Array {
    return envelope(this[role], by);
  }

  write(name: string, bytes: Uint8Array): void {
    this.files.set(name, bytes);
  }

  /** The next root, signed by the keys of the last one too where they are given. */
  publishRoot(step = 1, by: readonly SigningKey[] = this.signers.root): void {
    this.root.version += step;
    this.write(`${this.root.version}.root.json`, this.signed('root', by));
  }

  /** The next targets, snapshot and timestamp. */
  publish(): void {
    this.targets.version++;
    this.write(`${this.targets.version}.targets.json`, this.signed('targets'));
    this.snapshot.meta['targets.json'] = { version: this.targets.version };
    this.publishSnapshot();
  }

  publishSnapshot(): void {
    this.snapshot.version++;
    this.write(`${this.snapshot.version}.snapshot.json`, this.signed('snapshot'));
    this.timestamp.meta['snapshot.json'] = { version: this.snapshot.version };
    this.publishTimestamp();
  }

  publishTimestamp(): void {
    this.timestamp.version++;
    this.write('timestamp.json', this.signed('timestamp'));
  }

  /** A target with its file; `publish` makes it known. */
  addTarget(path: string, content: string): Uint8Array {
    const bytes = new TextEncoder().encode(content);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.targets.targets[path] = { length: bytes.length, hashes: { sha256 } };
    const slash = path.lastIndexOf('/') + 1;
    this.write(`${path.slice(0, slash)}${sha256}.${path.slice(slash)}`, bytes);
    return bytes;
  }

  /** The repository as a client sees it. */
  readonly fetch: Fetch = async (path, maxLength) => {
    this.asked.push(path);
    const bytes = this.files.get(path);
    if (!bytes) throw new UpdateError('missing', path);
    if (bytes.length > maxLength) throw new UpdateError('too-large', path);
    return bytes;
  };
}

/** Any object as signed metadata. */
export function envelope(signed: object, by: readonly SigningKey[]): Uint8Array {
  const data = new TextEncoder().encode(canonicalize(signed));
  const signatures = by.map(({ id, sign }) => ({ keyid: id, sig: sign(data) }));
  return new TextEncoder().encode(JSON.stringify({ signatures, signed }, null, 1));
}
