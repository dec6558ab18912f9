import type { Readable } from 'node:stream';

/** Some editors and exports put this mark before UTF-8; it is no part of the text. */
export const withoutMark = (text: string): string =>
  text.startsWith('\ufeff') ? text.slice(1) : text;

/**
 * Lines of a stream, parted by line feeds only: `node:readline` also parts at U+2028 and U+2029,
 * which JSON allows inside a text. Only what is new is searched, however long a line grows.
 */
export async function* linesOf(stream: Readable): AsyncGenerator<string> {
  stream.setEncoding('utf8');
  let line = '';
  let isFirst = true;
  for await (const chunk of stream) {
    const [end = '', ...more] = (isFirst ? withoutMark(chunk) : chunk).split('\n');
    isFirst = false;
    line += end;
    for (const next of more) {
      yield line;
      line = next;
    }
  }
  if (line !== '') yield line;
}
