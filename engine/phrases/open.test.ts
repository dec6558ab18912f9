import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePhrases } from './compile.ts';
import { BundleError, PhraseError } from './errors.ts';
import { openPhrases } from './open.ts';

const good = compilePhrases(
  ['no experience', 'pay {6} before {6} work', 'a* b* c*', '高薪{3}客服', '월급 보장', 'งานดี'].map(
    (phrase, value) => ({ phrase, value }),
  ),
);
const text = 'No experience, pay a fee before work. ab bc cd 高薪海外客服 월급 보장 งาน ดี '.repeat(
  5,
);

/** Opens and scans; the only way to fail is a BundleError. Returns the number of hits. */
function tryBytes(bytes: Uint8Array): number {
  let hits = 0;
  try {
    openPhrases(bytes).scan(text, () => hits++);
  } catch (error) {
    expect(error).toBeInstanceOf(BundleError);
  }
  return hits;
}

describe('openPhrases', { timeout: 60_000 }, () => {
  it('opens good bytes at any place in a buffer', () => {
    const hits = tryBytes(good);
    expect(hits).toBe(30);
    for (const offset of [1, 2, 3, 4]) {
      const moved = new Uint8Array(good.length + offset);
      moved.set(good, offset);
      expect(tryBytes(moved.subarray(offset))).toBe(hits);
    }
  });

  it('refuses bytes that are not a phrase set', () => {
    for (const bytes of [new Uint8Array(0), new Uint8Array(1000), good.subarray(0, 5000)]) {
      expect(() => openPhrases(bytes)).toThrow(BundleError);
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void tryBytes(bytes)));
  });

  it('refuses a damaged head', () => {
    const head = new Uint32Array(good.slice(0, 4 * 30).buffer);
    for (let i = 0; i < head.length; i++) {
      for (const value of [0, 1, 0xffffffff, head[i]! + 1, head[i]! + 4]) {
        const bytes = good.slice();
        new Uint32Array(bytes.buffer)[i] = value;
        tryBytes(bytes);
      }
    }
  });

  it('stays in bounds and ends with damaged tables', () => {
    const words = good.length / 4;
    const damage = fc.array(fc.tuple(fc.nat(words - 1), fc.integer()), {
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(damage, fc.nat(words - 300), fc.boolean(), (changes, from, isNear) => {
        const bytes = good.slice();
        const view = new Uint32Array(bytes.buffer);
        for (const [at, value] of changes) view[isNear ? from + (at % 300) : at] = value;
        tryBytes(bytes);
      }),
      { numRuns: 100 },
    );
  });

  it('ends when the trie runs in circles', () => {
    const view = new Uint32Array(good.slice().buffer);
    const bytes = new Uint8Array(view.buffer);
    // Every slot claims to have all signs and leads to the beginning; every check passes for some.
    const slots = 30;
    for (let i = slots; i < view.length; i++) if (view[i]! >>> 24 === 0xff) view[i] = 0;
    tryBytes(bytes);
    for (let i = slots + 50_000 / 4; i < view.length; i += 2) view[i] = 0x0e000000;
    tryBytes(bytes);
  });
});

describe('compilePhrases', () => {
  it.each([
    ['!!!', 'nothing is left'],
    ['pay {2} !!', 'nothing is left'],
    ['one. two', 'end of a sentence'],
    ['a b c d', 'single letters'],
  ])('refuses "%s"', (phrase, fault) => {
    expect(() => compilePhrases([{ phrase, value: 1 }])).toThrow(PhraseError);
    expect(() => compilePhrases([{ phrase, value: 1 }])).toThrow(fault);
  });

  it('refuses a value that does not fit', () => {
    for (const value of [-1, 0.5, 2 ** 32]) {
      expect(() => compilePhrases([{ phrase: 'a', value }])).toThrow(PhraseError);
    }
  });

  it('makes a set of nothing, which finds nothing', () => {
    expect(tryBytes(compilePhrases([]))).toBe(0);
  });
});
