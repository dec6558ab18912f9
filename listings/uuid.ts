import { createHash } from 'node:crypto';

/** Namespace of our names: drawn at random once, and never changed, so that ids stay the same. */
const NAMESPACE = '3a2d6f0c-5b7e-4d53-9c65-2f8f8a4f1d0b';

/** UUID version 5 (RFC 9562): the same name gives the same id, so that a feed updates and doubles nothing. */
export function uuidOf(name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
