/** Checks signatures with WebCrypto. A key of an unknown kind, or a broken one, verifies nothing. */
import type { Key } from './metadata.ts';

type Verify = (signature: Uint8Array, data: Uint8Array) => Promise<boolean>;
type Import = (publicKey: string) => Promise<Verify>;

/** Bytes of one number in a P-256 signature. */
const P256 = 32;

/** By scheme: the names are the specification's. */
const SCHEMES = new Map<string, { keytypes: readonly string[]; load: Import }>([
  [
    'ed25519',
    {
      keytypes: ['ed25519'],
      load: (hex) => loader(fromHex(hex), 'raw', { name: 'Ed25519' }, { name: 'Ed25519' }),
    },
  ],
  [
    'ecdsa-sha2-nistp256',
    {
      keytypes: ['ecdsa', 'ecdsa-sha2-nistp256'],
      load: async (pem) => {
        const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
        const verify = await loader(fromPem(pem), 'spki', ecdsa, ecdsa);
        return (signature, data) => verify(rawFromDer(signature), data);
      },
    },
  ],
  [
    'rsassa-pss-sha256',
    {
      keytypes: ['rsa'],
      load: (pem) => {
        const pss = { name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 };
        return loader(fromPem(pem), 'spki', pss, pss);
      },
    },
  ],
]);

async function loader(
  bytes: Uint8Array,
  format: 'raw' | 'spki',
  algorithm: Algorithm,
  verifying: Algorithm,
): Promise<Verify> {
  const key = await crypto.subtle.importKey(format, bytes as BufferSource, algorithm, false, [
    'verify',
  ]);
  return (signature, data) =>
    crypto.subtle.verify(verifying, key, signature as BufferSource, data as BufferSource);
}

/** Did this key sign the data? Never throws: what can't be checked is not signed. */
export async function isSignedBy(key: Key, signature: string, data: Uint8Array): Promise<boolean> {
  const scheme = SCHEMES.get(key.scheme);
  if (!scheme?.keytypes.includes(key.keytype)) return false;
  try {
    const verify = await scheme.load(key.keyval.public);
    return await verify(fromHex(signature), data);
  } catch {
    return false;
  }
}

/** @throws {RangeError} for anything but pairs of hexadecimal digits */
function fromHex(hex: string): Uint8Array {
  if (!/^(?:[0-9a-fA-F]{2})+$/.test(hex)) throw new RangeError('not hexadecimal');
  return Uint8Array.from(hex.match(/../g)!, (pair) => Number.parseInt(pair, 16));
}

function fromPem(pem: string): Uint8Array {
  const body = pem.replace(/-----[A-Z ]+-----/g, '').replace(/\s/g, '');
  return Uint8Array.from(atob(body), (char) => char.charCodeAt(0));
}

/**
 * From the DER of an ECDSA signature to the two numbers that WebCrypto takes. Strict: one way only
 * to write a signature.
 * @throws {RangeError}
 */
function rawFromDer(der: Uint8Array): Uint8Array {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) throw new RangeError('not a sequence');
  const raw = new Uint8Array(2 * P256);
  const middle = placeNumber(der, 2, raw, P256);
  if (placeNumber(der, middle, raw, 2 * P256) !== der.length) throw new RangeError('more follows');
  return raw;
}

/** Puts the DER integer at `at` so that it ends at `end`; tells where the next one begins. */
function placeNumber(der: Uint8Array, at: number, raw: Uint8Array, end: number): number {
  const length = der[at + 1] ?? 0;
  const digits = der.subarray(at + 2, at + 2 + length);
  const [first = 0, second = 0] = digits;
  const isPadded = length > 1 && first === 0;
  const isMinimal = first < 0x80 && !(isPadded && second < 0x80);
  if (der[at] !== 0x02 || length === 0 || digits.length !== length || !isMinimal)
    throw new RangeError('not an integer');
  const number = isPadded ? digits.subarray(1) : digits;
  if (number.length > P256) throw new RangeError('too long an integer');
  raw.set(number, end - number.length);
  return at + 2 + length;
}
