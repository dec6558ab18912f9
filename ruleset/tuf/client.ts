/**
 * The client workflow of The Update Framework 1.0, section 5 of its specification. Every step that
 * fails leaves what was trusted before as it was.
 */
import type { z } from '#schema/zod.ts';
import { findTarget, roleFile, type Target } from './delegations.ts';
import { UpdateError } from './errors.ts';
import { type MetaFile, Root, Snapshot, Targets, Timestamp } from './metadata.ts';
import { type Fetch, LIMITS, type Limits, type MetadataStore } from './ports.ts';
import {
  parseMetadata,
  readMetadata,
  type Signers,
  type Verified,
  verifyFile,
  verifySignatures,
} from './verify.ts';

export interface ClientOptions {
  readonly store: MetadataStore;
  /** Below the metadata's base address. */
  readonly fetchMetadata: Fetch;
  /** Below the targets' base address. */
  readonly fetchTarget: Fetch;
  /** Milliseconds since 1970; read once a refresh (5.1). */
  readonly clock: () => number;
  readonly limits?: Limits;
}

/** What a refresh has established. */
export interface Trusted {
  readonly now: number;
  readonly root: Root;
  readonly timestamp: Timestamp;
  readonly snapshot: Snapshot;
  readonly targets: Targets;
  /** Key ids that signed the targets. */
  readonly signers: readonly string[];
}

type TopRole = 'root' | 'timestamp' | 'snapshot' | 'targets';

export class TufClient {
  readonly #options: ClientOptions;
  readonly #limits: Limits;
  #trusted: Trusted | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#limits = options.limits ?? LIMITS;
  }

  /** Takes a root as trusted; nothing is fetched. @throws {UpdateError} unless it signs itself */
  async init(bytes: Uint8Array): Promise<void> {
    await readRoot(bytes);
    await this.#options.store.change({ name: 'root.json', bytes });
  }

  /** The whole workflow up to the targets. @throws {UpdateError} */
  async refresh(): Promise<Trusted> {
    const now = this.#options.clock();
    const root = await this.#updateRoot(now);
    const timestamp = await this.#updateTimestamp(root, now);
    const snapshot = await this.#updateSnapshot(root, timestamp, now);
    const { signed: targets, signers } = await this.#updateTargets('targets', {
      signers: signersOf(root, 'targets'),
      snapshot,
      root,
      now,
    });
    this.#trusted = { now, root, timestamp, snapshot, targets, signers };
    return this.#trusted;
  }

  /**
   * The target of a path, in the targets or by delegation (5.6.7); refreshes first where needed.
   * @throws {UpdateError}
   */
  async find(path: string): Promise<Target | undefined> {
    if (!this.#trusted) await this.refresh();
    const { root, snapshot, targets, now } = this.#trusted!;
    const loadRole = async (name: string, signers: Signers): Promise<Targets> =>
      (await this.#updateTargets(name, { signers, snapshot, root, now })).signed;
    return findTarget(path, targets, loadRole, this.#limits.delegations);
  }

  /** Downloads a target, of the signed length and hashes (5.7). @throws {UpdateError} */
  async download({ path, length, hashes }: Target): Promise<Uint8Array> {
    const file = this.#trusted!.root.consistent_snapshot ? hashed(path, hashes) : path;
    const address = file.split('/').map(encodeURIComponent).join('/');
    const bytes = await this.#options.fetchTarget(address, length);
    await verifyFile(bytes, { length, hashes });
    return bytes;
  }

  /** 5.2 and 5.3: from the trusted root, one version after the other, to the newest. */
  async #updateRoot(now: number): Promise<Root> {
    const { store } = this.#options;
    const shipped = await store.read('root.json');
    if (!shipped) throw new UpdateError('no-trust', 'no root of trust');
    let root = await readRoot(shipped);
    for (let step = 0; step < this.#limits.rootRotations; step++) {
      const version = root.version + 1;
      const bytes = await this.#fetchRoot(version);
      if (!bytes) break;
      const next = parseMetadata(bytes, Root);
      await verifySignatures(next, signersOf(root, 'root'));
      await verifySignatures(next, signersOf(next.signed, 'root'));
      if (next.signed.version !== version)
        throw new UpdateError('mismatch', `root ${next.signed.version} in place of ${version}`);
      // 5.3.11, at each step and in one change with it: a crash between would keep for good what
      // was signed by a key that is no longer trusted.
      const isRotated = (['timestamp', 'snapshot'] as const).some(
        (role) => keysOf(root, role) !== keysOf(next.signed, role),
      );
      const remove = isRotated ? ['timestamp.json', 'snapshot.json'] : [];
      await store.change({ name: 'root.json', bytes }, remove);
      root = next.signed;
    }
    refuseExpired(root, now);
    return root;
  }

  /** 5.4. A timestamp of the version that is trusted is passed over, but for its expiry. */
  async #updateTimestamp(root: Root, now: number): Promise<Timestamp> {
    const signers = signersOf(root, 'timestamp');
    const trusted = (await this.#readTrusted('timestamp.json', Timestamp, signers))?.signed;
    const bytes = await this.#options.fetchMetadata('timestamp.json', this.#limits.timestampBytes);
    const { signed } = await readMetadata(bytes, Timestamp, signers);
    if (trusted && signed.version < trusted.version)
      throw new UpdateError('rollback', `timestamp ${signed.version} after ${trusted.version}`);
    if (trusted && signed.version === trusted.version) {
      refuseExpired(trusted, now);
      return trusted;
    }
    if (trusted && signed.meta['snapshot.json'].version < trusted.meta['snapshot.json'].version)
      throw new UpdateError('rollback', 'the timestamp names an older snapshot');
    refuseExpired(signed, now);
    await this.#options.store.change({ name: 'timestamp.json', bytes });
    return signed;
  }

  /** 5.5. */
  async #updateSnapshot(root: Root, timestamp: Timestamp, now: number): Promise<Snapshot> {
    const meta = timestamp.meta['snapshot.json'];
    const signers = signersOf(root, 'snapshot');
    const trusted = (await this.#readTrusted('snapshot.json', Snapshot, signers))?.signed;
    if (trusted && trusted.version === meta.version && !isExpired(trusted, now)) return trusted;
    const { bytes, verified } = await this.#fetchRole('snapshot', Snapshot, {
      meta,
      limit: this.#limits.snapshotBytes,
      signers,
      root,
    });
    const { signed } = verified;
    for (const [name, { version }] of Object.entries(trusted?.meta ?? {})) {
      const present = Object.hasOwn(signed.meta, name) ? signed.meta[name] : undefined;
      if (!present) throw new UpdateError('rollback', `${name} is gone from the snapshot`);
      if (present.version < version)
        throw new UpdateError('rollback', `${name} ${present.version} after ${version}`);
    }
    refuseExpired(signed, now);
    await this.#options.store.change({ name: 'snapshot.json', bytes });
    return signed;
  }

  /** 5.6, for the targets and for a role to which they delegate. */
  async #updateTargets(
    name: string,
    {
      signers,
      snapshot,
      root,
      now,
    }: {
      signers: Signers;
      snapshot: Snapshot;
      root: Root;
      now: number;
    },
  ): Promise<Verified<Targets>> {
    const key = `${name}.json`;
    const meta = Object.hasOwn(snapshot.meta, key) ? snapshot.meta[key] : undefined;
    if (!meta) throw new UpdateError('mismatch', `${name} is not in the snapshot`);
    const file = roleFile(name);
    const trusted = await this.#readTrusted(file, Targets, signers);
    if (trusted?.signed.version === meta.version && !isExpired(trusted.signed, now)) return trusted;
    const { bytes, verified } = await this.#fetchRole(name, Targets, {
      meta,
      limit: this.#limits.targetsBytes,
      signers,
      root,
    });
    refuseExpired(verified.signed, now);
    await this.#options.store.change({ name: file, bytes });
    return verified;
  }

  /** Fetches a role's file and checks it against what vouches for it: length, hash, keys, version. */
  async #fetchRole<T extends { version: number }>(
    name: string,
    schema: z.ZodMiniType<T>,
    { meta, limit, signers, root }: { meta: MetaFile; limit: number; signers: Signers; root: Root },
  ): Promise<{ bytes: Uint8Array; verified: Verified<T> }> {
    const prefix = root.consistent_snapshot ? `${meta.version}.` : '';
    const path = `${prefix}${roleFile(name)}`;
    const bytes = await this.#options.fetchMetadata(path, Math.min(meta.length ?? limit, limit));
    await verifyFile(bytes, meta);
    const verified = await readMetadata(bytes, schema, signers);
    const { version } = verified.signed;
    if (version !== meta.version)
      throw new UpdateError('mismatch', `${name} ${version} in place of ${meta.version}`);
    return { bytes, verified };
  }

  /** Stored metadata whose signatures still hold; what no longer does counts as not there. */
  async #readTrusted<T>(
    name: string,
    schema: z.ZodMiniType<T>,
    signers: Signers,
  ): Promise<Verified<T> | undefined> {
    const bytes = await this.#options.store.read(name);
    if (!bytes) return undefined;
    try {
      return await readMetadata(bytes, schema, signers);
    } catch (error) {
      if (error instanceof UpdateError) return undefined;
      throw error;
    }
  }

  /** Undefined where there is no such root: the one before is the newest. */
  async #fetchRoot(version: number): Promise<Uint8Array | undefined> {
    try {
      const { fetchMetadata } = this.#options;
      return await fetchMetadata(`${version}.root.json`, this.#limits.rootBytes);
    } catch (error) {
      if (error instanceof UpdateError && error.code === 'missing') return undefined;
      throw error;
    }
  }
}

/** A root that signs itself. @throws {UpdateError} */
async function readRoot(bytes: Uint8Array): Promise<Root> {
  const parsed = parseMetadata(bytes, Root);
  await verifySignatures(parsed, signersOf(parsed.signed, 'root'));
  return parsed.signed;
}

const signersOf = ({ keys, roles }: Root, role: TopRole): Signers => ({ keys, role: roles[role] });

/** The keys of a role, so that two roots can be compared. */
const keysOf = ({ keys, roles }: Root, role: TopRole): string =>
  JSON.stringify(
    roles[role].keyids
      .toSorted()
      .map((id) => [id, Object.hasOwn(keys, id) ? keys[id]?.keyval.public : null]),
  );

const isExpired = ({ expires }: { expires: string }, now: number): boolean =>
  Date.parse(expires) <= now;

function refuseExpired(signed: { _type: string; expires: string }, now: number): void {
  if (isExpired(signed, now))
    throw new UpdateError('expired', `${signed._type} expired on ${signed.expires}`);
}

/** The file of a target in a repository with consistent snapshots: its hash before its base name. */
function hashed(path: string, hashes: Readonly<Record<string, string>>): string {
  const [hash] = Object.values(hashes);
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}${hash}.${path.slice(slash)}`;
}
