import type { IncomingMessage } from 'node:http';
import { ApiError } from './problem.ts';

/**
 * The body of a request, as long as it is no larger than `most` bytes. Read from Node's own stream:
 * a `Request` with a web stream around it costs as much as everything else that is done for a report.
 * @throws {ApiError} `too-large`, before more than that was read
 */
export async function readBody(incoming: IncomingMessage, most: number): Promise<Uint8Array> {
  const tooLarge = () => new ApiError('too-large', `at most ${most} bytes`);
  if (Number(incoming.headers['content-length'] ?? 0) > most) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > most) {
        incoming.pause();
        reject(tooLarge());
      } else chunks.push(chunk);
    });
    incoming.on('end', () => resolve(Buffer.concat(chunks)));
    // The client went away, or was too slow: nobody is left to answer.
    incoming.on('error', reject);
    incoming.on('close', () => reject(new ApiError('invalid', 'the body ended early')));
  });
}
