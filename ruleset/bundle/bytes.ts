/** Texts as bytes: UTF-8, compressed, hashed. By the browser's own means, which Node has too. */
import { TextError } from './errors.ts';

/** Text of UTF-8 bytes. @throws {TextError} for other bytes, and for a byte order mark */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new TextError('not-canonical', 'not UTF-8');
  }
}

/** SHA-256 in lower-case hexadecimal. */
export async function sha256(data: Uint8Array | string): Promise<string> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const digest = await crypto.subtle.digest('SHA-256', bytes as BufferSource);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Unpacks gzip up to a number of bytes. What is over the cap is never unpacked, so that a small
 * file can't fill the memory.
 * @throws {TextError}
 */
export async function gunzip(packed: Uint8Array, cap: number): Promise<Uint8Array> {
  const reader = new Blob([packed as BlobPart])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > cap) break;
      chunks.push(value);
    }
  } catch {
    throw new TextError('bad-compression', 'not gzip, or cut short');
  }
  if (length > cap) {
    await reader.cancel().catch(() => {});
    throw new TextError('too-large', `unpacks to more than ${cap} bytes`);
  }
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
