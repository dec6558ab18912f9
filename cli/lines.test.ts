import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from './lines.ts';

async function read(chunks: Uint8Array[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(Readable.from(chunks, { objectMode: false }))) lines.push(line);
  return lines;
}

const MARK = [0xef, 0xbb, 0xbf];

test('lines are the same wherever the stream is cut, also within a character', async () => {
  const text = fc.array(fc.constantFrom('a', 'é', '高', '🚀', '\n', '\r\n', '\u2028', '\ufeff'));
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (parts, size) => {
      const whole = parts.join('');
      const bytes = new Uint8Array([...MARK, ...new TextEncoder().encode(whole)]);
      const chunks: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.slice(at, at + size));
      const lines = whole.split('\n');
      if (lines.at(-1) === '') lines.pop();
      expect(await read(chunks)).toEqual(lines);
    }),
  );
});
