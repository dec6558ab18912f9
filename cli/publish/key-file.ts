/** A key pair as a file: the public part can be read by all, the private part needs a passphrase. */
import {
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signBytes,
} from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { canonicalize } from '@tufjs/canonical-json';
import { armor, Decrypter, Encrypter } from 'age-encryption';
import { KEY_OWNER } from '#schema/update.ts';
import { z } from '#schema/zod.ts';
import { PublishError } from './errors.ts';
import { writeWhole } from './files.ts';

const Owner = z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{0,39}$/));
const PublicKey = z.strictObject({
  keytype: z.literal('ed25519'),
  scheme: z.literal('ed25519'),
  keyval: z.strictObject({ public: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  [KEY_OWNER]: Owner,
});
/** Key object of TUF metadata. */
export type PublicKey = z.infer<typeof PublicKey>;

const KeyFile = z.strictObject({
  key: PublicKey,
  /** The private key (PKCS #8, base64), encrypted with a passphrase (age, scrypt). */
  secret: z.optional(z.string()),
});
type KeyFile = z.infer<typeof KeyFile>;

/** A key whose private part may be at hand. */
export interface KeyPair {
  readonly id: string;
  readonly owner: string;
  readonly key: PublicKey;
  readonly secret: string | undefined;
}

/** The key's id: SHA-256 of its canonical form, as the specification has it. */
export const keyId = (key: PublicKey): string =>
  createHash('sha256').update(canonicalize(key)).digest('hex');

/** How ids are shown to people. */
export const shortId = (id: string): string => id.slice(0, 8);

/**
 * Makes a key pair and writes `OWNER.key` (secret) and `OWNER.pub` (to hand around).
 * @param passphrase asked for once nothing else stands in the way
 * @param workFactor binary logarithm of scrypt's N; the library's default takes about a second
 * @throws {PublishError} for a bad name, or where the owner has a key in the folder
 */
export async function createKey(
  folder: string,
  owner: string,
  passphrase: () => Promise<string>,
  workFactor?: number,
): Promise<KeyPair> {
  if (!z.safeParse(Owner, owner).success)
    throw new PublishError(`A key's name has a-z, 0-9, dot and dash only: ${owner}`);
  const file = join(folder, `${owner}.key`);
  if (existsSync(file)) throw new PublishError(`${file} is there already; keys are not replaced`);
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url').toString('hex');
  const key: PublicKey = {
    keytype: 'ed25519',
    scheme: 'ed25519',
    keyval: { public: raw },
    [KEY_OWNER]: owner,
  };
  const der = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(await passphrase());
  if (workFactor) encrypter.setScryptWorkFactor(workFactor);
  const secret = armor.encode(await encrypter.encrypt(der));
  writeWhole(file, textOf({ key, secret }), 0o600);
  writeWhole(join(folder, `${owner}.pub`), textOf({ key }));
  return { id: keyId(key), owner, key, secret };
}

const textOf = (file: KeyFile): string => `${JSON.stringify(file, null, 2)}\n`;

/** Reads a `.key` or `.pub` file. @throws {PublishError} */
export function readKey(file: string): KeyPair {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new PublishError(`${file}: no key (${error instanceof Error ? error.message : error})`);
  }
  const parsed = z.safeParse(KeyFile, content);
  if (!parsed.success) throw new PublishError(`${file}: no key file of Lurewatch`);
  const { key, secret } = parsed.data;
  return { id: keyId(key), owner: key[KEY_OWNER], key, secret };
}

/** The key pairs of a folder, by name. */
export function keysIn(folder: string): KeyPair[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.key'))
    .sort()
    .map((name) => readKey(join(folder, basename(name))));
}

/** Signs bytes with an unlocked key; the signature in hexadecimal. */
export type Sign = (data: Uint8Array) => string;

/** @throws {PublishError} for a wrong passphrase, or a file whose two parts belong to two keys */
export async function unlock(pair: KeyPair, passphrase: string): Promise<Sign> {
  if (!pair.secret) throw new PublishError(`the file of ${pair.owner} has no private key`);
  const privateKey = await decrypted(pair.secret, passphrase, pair.owner);
  const x = privateKey.export({ format: 'jwk' }).x ?? '';
  if (Buffer.from(x, 'base64url').toString('hex') !== pair.key.keyval.public)
    throw new PublishError(`the file of ${pair.owner} holds another private key than it says`);
  return (data) => signBytes(null, data, privateKey).toString('hex');
}

async function decrypted(secret: string, passphrase: string, owner: string): Promise<KeyObject> {
  try {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const der = await decrypter.decrypt(armor.decode(secret), 'text');
    return createPrivateKey({ key: Buffer.from(der, 'base64'), format: 'der', type: 'pkcs8' });
  } catch {
    throw new PublishError(`the passphrase does not open the key of ${owner}`);
  }
}
