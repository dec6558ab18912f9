import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#engine/ruleset/canonical.ts';
import { decodeText, gunzip } from './bytes.ts';
import { joinText } from './canonical.ts';
import { applyDelta, makeDelta } from './delta.ts';
import type { TextFault } from './errors.ts';

const CAP = 1_000_000;
const base = joinText('{"serial":1}', ['alpha', 'beta', 'gamma', 'épsilon', '甲']);
const result = joinText('{"serial":2}', ['alpha', 'beta 2', 'delta', 'épsilon', '乙', '甲']);

const fails = (code: TextFault) => expect.objectContaining({ name: 'TextError', code });

/** Sorted lines without doubles, as canonical texts hold them. */
const texts = fc
  .tuple(fc.string().map(oneLine), fc.array(fc.string({ unit: 'grapheme' }).map(oneLine)))
  .map(([head, lines]) =>
    joinText(
      head,
      lines.filter((line) => line !== ''),
    ),
  );

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}

test('leads from any text to any other', async () => {
  await fc.assert(
    fc.asyncProperty(texts, texts, async (from, to) => {
      const known = await makeDelta(from, to);
      expect(await applyDelta(from, known, CAP)).toBe(to);
    }),
  );
});

test('says only what changed', async () => {
  const delta = await makeDelta(base, result);
  expect(delta.split('\n').slice(1)).toEqual(['-2', '-1', '+beta 2', '+delta', '+乙', '']);
});

describe('refuses', () => {
  test('another base', async () => {
    const delta = await makeDelta(base, result);
    await expect(applyDelta(result, delta, CAP)).rejects.toEqual(fails('wrong-base'));
  });

  test('a change that gives another result than the head says', async () => {
    const delta = (await makeDelta(base, result)).replace('+delta', '+evil.example');
    await expect(applyDelta(base, delta, CAP)).rejects.toEqual(fails('wrong-result'));
  });

  test('a bomb: a result over the cap', async () => {
    const delta = await makeDelta(base, result);
    await expect(applyDelta(base, delta, 10)).rejects.toEqual(fails('too-large'));
  });

  test.each(['-0', '-01', '-99', '*', '+late\n-1'])('the change %j', async (change) => {
    const [head] = (await makeDelta(base, result)).split('\n');
    const delta = `${head}\n${change}\n`;
    await expect(applyDelta(base, delta, CAP)).rejects.toEqual(fails('bad-record'));
  });

  test('any other text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        await expect(applyDelta(base, `${text}\n`, CAP)).rejects.toMatchObject({
          name: 'TextError',
        });
      }),
    );
  });
});

describe('unpacking', () => {
  const bytes = new TextEncoder().encode(base);

  test('gives the bytes that were packed', async () => {
    expect(decodeText(await gunzip(gzipSync(bytes), CAP))).toBe(base);
  });

  test('stops a gzip bomb at the cap', async () => {
    const bomb = gzipSync(new Uint8Array(20 * CAP));
    await expect(gunzip(bomb, CAP)).rejects.toEqual(fails('too-large'));
  });

  test.each([
    ['a truncated file', gzipSync(bytes).subarray(0, -9)],
    ['text', bytes],
    ['nothing', new Uint8Array()],
    ['something behind the end', Uint8Array.of(...gzipSync(bytes), 1, 2, 3)],
  ])('refuses %s', async (_, packed) => {
    await expect(gunzip(packed, CAP)).rejects.toEqual(fails('bad-compression'));
  });

  test('refuses what is not UTF-8', () => {
    expect(() => decodeText(Uint8Array.of(0xff, 0xfe))).toThrow(
      expect.objectContaining({ code: 'not-canonical' }),
    );
  });
});

test('canonical JSON sorts keys at every depth and leaves nothing undefined', () => {
  expect(canonicalJson({ b: [{ d: 1, c: undefined, a: null }], a: 'é' })).toBe(
    '{"a":"é","b":[{"a":null,"d":1}]}',
  );
});
