/** TUF metadata by the TUF project's own package: read, written, signed, counted. */
import { createHash } from 'node:crypto';
import {
  Key,
  Metadata,
  MetadataKind,
  Root,
  Signature,
  Snapshot,
  Targets,
  Timestamp,
} from '@tufjs/models';
import { KEY_OWNER } from '#schema/update.ts';
import { PublishError } from './errors.ts';
import type { KeyPair, Sign } from './key-file.ts';
import { ROLES, type RoleName } from './roles.ts';

export { Key, Metadata, Root, Snapshot, Targets, Timestamp };

/** What stands in a file of metadata, by role. */
export interface Kinds {
  root: Root;
  targets: Targets;
  snapshot: Snapshot;
  timestamp: Timestamp;
}
type AnyMetadata = Metadata<Root> | Metadata<Targets> | Metadata<Snapshot> | Metadata<Timestamp>;

/** @throws {PublishError} for bytes that are no metadata of this role */
export function readMetadata<R extends RoleName>(
  role: R,
  bytes: Uint8Array,
  file: string,
): Metadata<Kinds[R]> {
  const kinds = {
    root: MetadataKind.Root,
    targets: MetadataKind.Targets,
    snapshot: MetadataKind.Snapshot,
    timestamp: MetadataKind.Timestamp,
  };
  try {
    const data = JSON.parse(Buffer.from(bytes).toString('utf8'));
    // The package tells the types apart by a literal, which a type parameter is not.
    return Metadata.fromJSON(kinds[role] as MetadataKind.Root, data) as unknown as Metadata<
      Kinds[R]
    >;
  } catch (error) {
    throw new PublishError(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}

/** The bytes of a file of metadata. */
export const bytesOf = (metadata: AnyMetadata): Uint8Array =>
  Buffer.from(JSON.stringify(metadata.toJSON()));

/** Adds a signature. */
export function signWith(metadata: AnyMetadata, pair: KeyPair, sign: Sign): void {
  metadata.sign((data) => new Signature({ keyID: pair.id, sig: sign(data) }));
}

/** Whether metadata carry as many signatures as this root asks for. */
export function isSigned(root: Metadata<Root>, role: RoleName, metadata: AnyMetadata): boolean {
  try {
    root.verifyDelegate(role, metadata);
    return true;
  } catch {
    return false;
  }
}

/** Who has signed, and who else may, of the keys that a root lists for a role. */
export function signaturesOf(
  root: Root,
  role: RoleName,
  metadata: AnyMetadata,
): { threshold: number; signed: string[]; open: string[] } {
  const { keyIDs, threshold } = root.roles[role]!;
  const hasSigned = (id: string): boolean => {
    try {
      root.keys[id]!.verifySignature(metadata);
      return true;
    } catch {
      return false;
    }
  };
  const name = (id: string): string => ownerOf(root, id);
  return {
    threshold,
    signed: keyIDs.filter(hasSigned).map(name),
    open: keyIDs.filter((id) => !hasSigned(id)).map(name),
  };
}

/** Whose key it is, or the short id of one that does not say. */
export function ownerOf(root: Root, id: string): string {
  const owner = root.keys[id]?.unrecognizedFields?.[KEY_OWNER];
  return typeof owner === 'string' ? owner : id.slice(0, 8);
}

/** Roles that a root gives to a key. */
export const rolesOf = (root: Root, id: string): RoleName[] =>
  ROLES.filter((role) => root.roles[role]?.keyIDs.includes(id));

/** `YYYY-MM-DDTHH:MM:SSZ` so many days from now. */
export const inDays = (days: number, now = Date.now()): string =>
  new Date(now + days * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z');

/** Version of the specification that the metadata follow. */
export const SPECIFICATION = '1.0.31';

export const sha256 = (data: Uint8Array | string): string =>
  createHash('sha256').update(data).digest('hex');
