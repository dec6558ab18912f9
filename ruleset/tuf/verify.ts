/** From bytes to metadata that enough of the right keys have signed. */
import { canonicalize } from '@tufjs/canonical-json';
import { z } from '#schema/zod.ts';
import { UpdateError } from './errors.ts';
import { parseStrictly } from './json.ts';
import { isSignedBy } from './keys.ts';
import { Envelope, type Hashes, type Key, type Role } from './metadata.ts';

/** Who may sign: a role and the keys that the delegator lists. */
export interface Signers {
  readonly keys: Readonly<Record<string, Key>>;
  readonly role: Role;
}

/** Metadata as they were served, checked for form and not yet for signatures. */
export interface Parsed<T> {
  readonly signed: T;
  readonly envelope: Envelope;
}

/** Metadata that are signed as they must be, and the key ids that signed them. */
export interface Verified<T> {
  readonly signed: T;
  readonly signers: readonly string[];
}

/** @throws {UpdateError} `not-an-update`, `bad-metadata` or `unsigned` */
export async function readMetadata<T>(
  bytes: Uint8Array,
  schema: z.ZodMiniType<T>,
  by: Signers,
): Promise<Verified<T>> {
  const parsed = parseMetadata(bytes, schema);
  return { signed: parsed.signed, signers: await verifySignatures(parsed, by) };
}

/** @throws {UpdateError} `not-an-update` or `bad-metadata` */
export function parseMetadata<T>(bytes: Uint8Array, schema: z.ZodMiniType<T>): Parsed<T> {
  const envelope = z.safeParse(Envelope, parseStrictly(bytes));
  if (!envelope.success) throw new UpdateError('not-an-update', 'not signed metadata');
  const signed = z.safeParse(schema, envelope.data.signed);
  if (signed.success) return { signed: signed.data, envelope: envelope.data };
  const [issue] = signed.error.issues;
  throw new UpdateError('bad-metadata', `${issue?.path.join('.')}: ${issue?.message}`);
}

/**
 * Counts the signatures: each key once, under however many ids it is listed.
 * @returns the key ids that signed
 * @throws {UpdateError} `unsigned` below the threshold
 */
export async function verifySignatures(
  { envelope }: Parsed<unknown>,
  { keys, role }: Signers,
): Promise<string[]> {
  const data = new TextEncoder().encode(canonical(envelope.signed));
  const signers = new Map<string, string>();
  for (const { keyid, sig } of envelope.signatures) {
    const key = Object.hasOwn(keys, keyid) ? keys[keyid] : undefined;
    if (!key || !role.keyids.includes(keyid)) continue;
    if (await isSignedBy(key, sig, data)) signers.set(key.keyval.public, keyid);
  }
  if (signers.size < role.threshold)
    throw new UpdateError('unsigned', `${signers.size} of ${role.threshold} signatures`);
  return [...signers.values()];
}

/** The form that is signed. It has no fractions. */
function canonical(signed: unknown): string {
  try {
    return canonicalize(signed);
  } catch {
    throw new UpdateError('bad-metadata', 'no canonical form');
  }
}

/** Web Crypto's names of the hashes that the specification names. */
const DIGESTS = new Map([
  ['sha256', 'SHA-256'],
  ['sha512', 'SHA-512'],
]);

/**
 * Compares a file with what metadata say of it; every hash must be right.
 * @throws {UpdateError} `mismatch`
 */
export async function verifyFile(
  bytes: Uint8Array,
  { length, hashes = {} }: { length?: number | undefined; hashes?: Hashes | undefined },
): Promise<void> {
  if (length !== undefined && bytes.length !== length)
    throw new UpdateError('mismatch', `${bytes.length} bytes, not ${length}`);
  for (const [name, wanted] of Object.entries(hashes)) {
    const digest = DIGESTS.get(name);
    if (!digest) throw new UpdateError('mismatch', `an unknown hash: ${name}`);
    const found = new Uint8Array(await crypto.subtle.digest(digest, bytes as BufferSource));
    if (hexOf(found) !== wanted.toLowerCase())
      throw new UpdateError('mismatch', `another ${name} than is signed`);
  }
}

/** Lower-case hexadecimal. */
export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
