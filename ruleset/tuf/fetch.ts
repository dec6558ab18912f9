/** Fetching from a mirror: bounded in bytes and time, without cookies, without a word on who asks. */
import { UpdateError } from './errors.ts';
import type { Fetch } from './ports.ts';

const TIMEOUT_MS = 60_000;
/** What hosts of static files answer where there is none; S3 says 403 to strangers. */
const MISSING = new Set([403, 404, 410]);

/** @param base absolute address of a folder */
export function fetchFrom(base: string, timeoutMs = TIMEOUT_MS): Fetch {
  return async (path, maxLength) => {
    const url = new URL(path, folder(base));
    let response: Response;
    try {
      response = await fetch(url, {
        // Asks with the ETag of the last answer, so that what has not changed costs one line.
        cache: 'no-cache',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch {
      throw new UpdateError('unreachable', `no answer from ${url.host}`);
    }
    if (MISSING.has(response.status)) throw new UpdateError('missing', `${path} is not there`);
    if (!response.ok)
      throw new UpdateError('unreachable', `${url.host} answers ${response.status}`);
    return readBody(response, maxLength);
  };
}

const folder = (base: string): string => (base.endsWith('/') ? base : `${base}/`);

async function readBody(response: Response, maxLength: number): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      length += read.value.length;
      if (length > maxLength) break;
      chunks.push(read.value);
    }
  } catch {
    throw new UpdateError('unreachable', 'the answer broke off');
  }
  if (length > maxLength) {
    await reader?.cancel().catch(() => {});
    throw new UpdateError('too-large', `more than ${maxLength} bytes`);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
