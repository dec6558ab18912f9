/** Signed requests: HTTP Message Signatures (RFC 9421) by the volunteer's Ed25519 key. */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { type Verifier, verifySignature } from 'http-message-sig';
import { SIGNED_COMPONENTS } from '#schema/hub.ts';
import { ApiError } from '../http/problem.ts';

/** Keys kept ready: importing one costs about as much as the signature. */
const MOST_KEYS = 10_000;
const keys = new Map<string, KeyObject>();
/** Header fields that a signature needs; no other is looked at. */
const FIELDS = ['content-digest', 'signature', 'signature-input'];

/** SHA-256 of a body, as `Content-Digest` (RFC 9530) writes it. */
const contentDigest = (body: Uint8Array): string =>
  `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

/** The parts of a request that a signature covers. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly header: (name: string) => string | undefined;
  readonly body: Uint8Array;
}

/**
 * The volunteer who signed a request: the public key, base64url. Method, address and body are
 * signed. Nothing asks for a time: a report may have waited for months behind a wrong clock, and
 * doing the same request twice changes nothing.
 * @param origin under which volunteers reach this hub, so that no other hub can replay a request
 * @throws {ApiError} `unsigned`
 */
export async function signerOf(request: SignedRequest, origin: string): Promise<string> {
  const { method, path, header, body } = request;
  if (header('content-digest') !== contentDigest(body))
    throw new ApiError('unsigned', 'Content-Digest is missing or is not that of the body');
  try {
    const fields = FIELDS.flatMap((name) => {
      const value = header(name);
      return value === undefined ? [] : [{ name, value }];
    });
    const { parameters } = await verifySignature(
      { kind: 'request', method, targetUri: `${origin}${path}`, fields },
      {
        policy: {
          algorithms: ['ed25519'],
          requiredComponents: SIGNED_COMPONENTS,
          requiredParameters: ['keyid'],
          // A clock that runs ahead is no reason to lose a report.
          clockSkew: Number.MAX_SAFE_INTEGER,
        },
        resolveVerifier: ({ parameters: { keyid } }) => verifierOf(keyid ?? ''),
      },
    );
    return parameters.keyid!;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'no signature';
    throw new ApiError('unsigned', reason);
  }
}

/** Node's own Ed25519, in a thread of its pool: a signature costs more than all else of a request. */
function verifierOf(key: string): Verifier {
  const publicKey = importKey(key);
  return {
    algorithm: 'ed25519',
    verify: (data, signature) => verifyInPool(null, data, publicKey, signature),
  };
}

const verifyInPool = promisify(verify);

function importKey(key: string): KeyObject {
  const known = keys.get(key);
  if (known) return known;
  const bytes = Buffer.from(key, 'base64url');
  // Another way of writing the same key would be another volunteer.
  if (bytes.length !== 32 || bytes.toString('base64url') !== key)
    throw new Error('keyid is no Ed25519 key in base64url');
  const imported = createPublicKey({
    format: 'jwk',
    key: { kty: 'OKP', crv: 'Ed25519', x: key },
  });
  const [oldest] = keys.keys();
  if (keys.size >= MOST_KEYS && oldest !== undefined) keys.delete(oldest);
  keys.set(key, imported);
  return imported;
}
