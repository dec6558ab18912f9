/** A passkey in software: signs as an authenticator does, by WebAuthn's own layout of bytes. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { Agreements } from '#schema/review.ts';

type Assertion = Agreements['decisions'][number]['assertions'][number];

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();
/** Flags of authenticator data: the user was there, and was verified. */
const PRESENT_AND_VERIFIED = 0x05;
const PRESENT = 0x01;
/** COSE key: type OKP, algorithm EdDSA, curve Ed25519, and then 32 bytes. */
const COSE_ED25519 = Buffer.from('a4010103272006215820', 'hex');

export interface Passkey {
  readonly id: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  /** @param hash hexadecimal; the challenge begins with it */
  agree(hash: string, origin: string, isVerified?: boolean): Assertion;
}

export function makePasskey(): Passkey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url');
  const id = randomBytes(16).toString('base64url');
  return {
    id,
    publicKey: Buffer.concat([COSE_ED25519, raw]).toString('base64url'),
    agree(hash, origin, isVerified = true) {
      const challenge = Buffer.concat([Buffer.from(hash, 'hex'), randomBytes(32)]);
      const client = Buffer.from(
        JSON.stringify({
          type: 'webauthn.get',
          challenge: challenge.toString('base64url'),
          origin,
        }),
      );
      const data = Buffer.concat([
        sha256(new URL(origin).hostname),
        Buffer.from([isVerified ? PRESENT_AND_VERIFIED : PRESENT, 0, 0, 0, 0]),
      ]);
      const signature = sign(null, Buffer.concat([data, sha256(client)]), privateKey);
      return {
        id,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      };
    },
  };
}
