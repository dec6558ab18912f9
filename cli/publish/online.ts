/** The online part of a publication: the snapshot of what is signed, and the timestamp of now. */
import { readFileSync } from 'node:fs';
import { MetaFile } from '@tufjs/models';
import { passphraseFor } from './ask.ts';
import { PublishError } from './errors.ts';
import { writeWhole } from './files.ts';
import { type KeyPair, keysIn, type Sign, unlock } from './key-file.ts';
import {
  bytesOf,
  inDays,
  isSigned,
  Metadata,
  type Root,
  rolesOf,
  Snapshot,
  SPECIFICATION,
  sha256,
  signWith,
  Timestamp,
} from './metadata.ts';
import { load, metadataFile, type Published, published, versionsOf } from './repository.ts';
import { DAYS } from './roles.ts';

/** Keys of the two online roles, unlocked. */
export type OnlineKeys = Record<'snapshot' | 'timestamp', readonly (readonly [KeyPair, Sign])[]>;

/**
 * The online keys of a folder; undefined where there are not enough of them.
 * @throws {PublishError} for a wrong passphrase
 */
export async function onlineKeys(folder: string, root: Root): Promise<OnlineKeys | undefined> {
  const found: Record<keyof OnlineKeys, [KeyPair, Sign][]> = { snapshot: [], timestamp: [] };
  for (const pair of keysIn(folder)) {
    const roles = rolesOf(root, pair.id).filter((role) => role in found) as (keyof OnlineKeys)[];
    if (roles.length === 0) continue;
    const sign = await unlock(pair, await passphraseFor(pair.owner));
    for (const role of roles) found[role].push([pair, sign]);
  }
  const isEnough = (['snapshot', 'timestamp'] as const).every(
    (role) => found[role].length >= root.roles[role]!.threshold,
  );
  return isEnough ? found : undefined;
}

/** A timestamp that is to be written, the last of all files. */
export interface Switch {
  readonly bytes: Uint8Array;
  /** What it leads to, in words. */
  readonly description: string;
}

/**
 * Writes a snapshot where there is something new or the old one is half expired, and makes the
 * timestamp that leads to it.
 * @param targets version of the targets that are to be public
 * @returns undefined where nothing is new and the timestamp is young
 */
export function renewOnline(
  folder: string,
  root: Metadata<Root>,
  targets: number,
  keys: OnlineKeys,
): Switch | undefined {
  const now = published(folder);
  const snapshot = currentSnapshot(now, root, targets) ?? newSnapshot(folder, targets, keys, now);
  const isNew = snapshot !== now?.snapshot;
  const isYoung =
    now &&
    isSigned(root, 'timestamp', now.timestamp) &&
    isHalfLeft(now.timestamp.signed.expires, DAYS.timestamp);
  if (!isNew && isYoung) return undefined;
  const timestamp = new Metadata(
    new Timestamp({
      version: (now?.timestamp.signed.version ?? 0) + 1,
      specVersion: SPECIFICATION,
      expires: inDays(DAYS.timestamp),
      snapshotMeta: metaOf(folder, `${snapshot.signed.version}.snapshot`, snapshot.signed.version),
    }),
  );
  for (const [pair, sign] of keys.timestamp) signWith(timestamp, pair, sign);
  const description = `timestamp ${timestamp.signed.version}, snapshot ${snapshot.signed.version}, targets ${targets}`;
  return { bytes: bytesOf(timestamp), description };
}

function currentSnapshot(
  now: Published | undefined,
  root: Metadata<Root>,
  targets: number,
): Metadata<Snapshot> | undefined {
  const isCurrent =
    now?.targets.signed.version === targets &&
    isSigned(root, 'snapshot', now.snapshot) &&
    isHalfLeft(now.snapshot.signed.expires, DAYS.snapshot);
  return isCurrent ? now.snapshot : undefined;
}

function newSnapshot(
  folder: string,
  targets: number,
  keys: OnlineKeys,
  now: Published | undefined,
): Metadata<Snapshot> {
  const highest = Math.max(0, ...versionsOf(folder, 'snapshot'), now?.snapshot.signed.version ?? 0);
  const snapshot = new Metadata(
    new Snapshot({
      version: highest + 1,
      specVersion: SPECIFICATION,
      expires: inDays(DAYS.snapshot),
      meta: { 'targets.json': metaOf(folder, `${targets}.targets`, targets) },
    }),
  );
  for (const [pair, sign] of keys.snapshot) signWith(snapshot, pair, sign);
  writeWhole(metadataFile(folder, `${snapshot.signed.version}.snapshot`), bytesOf(snapshot));
  return snapshot;
}

const isHalfLeft = (expires: string, days: number): boolean =>
  Date.parse(expires) - Date.now() > (days * 86_400_000) / 2;

function metaOf(folder: string, name: string, version: number): MetaFile {
  const bytes = readFileSync(metadataFile(folder, name));
  return new MetaFile({ version, length: bytes.length, hashes: { sha256: sha256(bytes) } });
}

/** The newest targets that the root's keys have signed. @throws {PublishError} where there are none */
export function newestTargets(folder: string, root: Metadata<Root>): number {
  for (const version of versionsOf(folder, 'targets').reverse()) {
    const targets = load(folder, 'targets', `${version}.targets`);
    if (targets && isSigned(root, 'targets', targets)) return version;
  }
  throw new PublishError(
    `${folder} has no targets that root ${root.signed.version} accepts: lurewatch sign`,
  );
}
