import type { Readable } from 'node:stream';

/**
 * Lines of a stream, parted by line feeds only: `node:readline` also parts at U+2028 and U+2029,
 * which JSON allows inside a text.
 */
export async function* linesOf(stream: Readable): AsyncGenerator<string> {
  stream.setEncoding('utf8');
  let rest = '';
  for await (const chunk of stream) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop()!;
    yield* parts;
  }
  if (rest !== '') yield rest;
}
