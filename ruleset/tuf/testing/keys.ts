import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';
import type { Key } from '../metadata.ts';

/** A key pair that signs metadata, of one of the kinds that the specification names. */
export interface SigningKey {
  readonly id: string;
  readonly key: Key;
  readonly sign: (data: Uint8Array) => string;
}

type Kind = 'ed25519' | 'ecdsa' | 'rsa';

/** Makes a key pair. */
export function makeKey(kind: Kind = 'ed25519'): SigningKey {
  if (kind === 'ed25519') {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const raw = publicKey.export({ format: 'jwk' }).x!;
    const key = keyOf(kind, 'ed25519', Buffer.from(raw, 'base64url').toString('hex'));
    return signing(key, (data) => sign(null, data, privateKey));
  }
  if (kind === 'ecdsa') {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const key = keyOf(kind, 'ecdsa-sha2-nistp256', pemOf(publicKey));
    return signing(key, (data) => sign('sha256', data, privateKey));
  }
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = keyOf(kind, 'rsassa-pss-sha256', pemOf(publicKey));
  // 6 is RSA_PKCS1_PSS_PADDING; the salt is as long as the hash.
  return signing(key, (data) =>
    sign('sha256', data, { key: privateKey, padding: 6, saltLength: 32 }),
  );
}

const keyOf = (keytype: string, scheme: string, value: string): Key => ({
  keytype,
  scheme,
  keyval: { public: value },
});
const pemOf = (key: KeyObject): string => key.export({ format: 'pem', type: 'spki' }).toString();

const signing = (key: Key, make: (data: Uint8Array) => Buffer): SigningKey => ({
  id: createHash('sha256').update(canonicalize(key)).digest('hex'),
  key,
  sign: (data) => make(data).toString('hex'),
});
