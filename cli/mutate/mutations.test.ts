import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MUTATIONS, mutate } from './mutations.ts';
import { makeRandom } from './random.ts';

const TEXT =
  'Hiring now: high salary 5000 USD, write https://t.me/example_hr or @example_hr, hr@example.com. ' +
  '柬埔寨高薪招聘 請聯繫客服 联系 งานดีเงินเดือนสูง ดูแล้ว việc nhẹ lương cao Работа за границей 고수익알바';
const apply = (id: string, text: string, share = 1, seed = 1) =>
  mutate(text, { mutations: MUTATIONS.filter((one) => one.id === id), seed, share })[0]?.text;
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...TEXT.split(' ')), fc.string({ unit: 'grapheme' })))
  .map((words) => words.join(' '));

describe('mutate', () => {
  it('has a name of its own and an example text for every mutation', () => {
    expect(new Set(MUTATIONS.map(({ id }) => id)).size).toBe(MUTATIONS.length);
    expect(mutate(TEXT, { seed: 1 }).map(({ mutation }) => mutation)).toEqual(
      MUTATIONS.map(({ id }) => id),
    );
  });

  it.each(MUTATIONS.map(({ id }) => id))('changes something, and no link or name: %s', (id) => {
    const text = apply(id, TEXT)!;
    expect(text).not.toBe(TEXT);
    for (const kept of ['https://t.me/example_hr', '@example_hr', 'hr@example.com'])
      expect(text).toContain(kept);
  });

  it.each([
    ['lookalikes', 'телефон', /[a-z]/],
    ['leet', 'salary', /[@4$51]/],
    ['bold', 'job', /^[\u{1d400}-\u{1d6a3}]{3}$/u],
    ['enclosed', 'job', /^(ⓙⓞⓑ|🄹🄾🄱|🅙🅞🅑|🅹🅾🅱)$/u],
    ['small-capitals', 'job', /^ᴊᴏʙ$/],
    ['repeated', 'job', /^jo{3,5}b$|^job{3,5}$/],
    ['spaced', 'งาน', /^ง า น$/],
    ['dotted', 'salary', /^s(.)a\1l\1a\1r\1y$/],
    ['hyphenated', 'salary', /^[a-z]+[^a-z][a-z]+$/],
    ['broken', 'salary', /^[a-z]+-?\n[a-z]+$/],
    ['symbols', '柬埔寨', /^柬(.)埔\1寨$/u],
    ['emoji-digits', '500', /^[^5]|^5\ufe0f/],
    ['traditional', '联系', /^聯繫$/],
    ['simplified', '聯繫', /^联系$/],
    ['no-accents', 'việc', /^viec$/],
    ['no-tones', 'แล้ว', /^แลว$/],
  ])('writes %s', (id, text, pattern) => {
    expect(apply(id, text)).toMatch(pattern);
  });

  it('leaves models, telephones and other scripts alone', () => {
    for (const id of ['leet', 'bold', 'spaced', 'mixed'])
      expect(apply(id, 'B2B k8s 4x4 mp3 covid19 12,500')).toBeUndefined();
    expect(apply('emoji-digits', 'call +855 12 345 678 or rm8000')).not.toMatch(/rm[^8]/);
    expect(apply('traditional', 'salary')).toBeUndefined();
  });

  it('changes the share that is asked for, and at least one word', () => {
    const words = Array.from({ length: 20 }, () => 'salary').join(' ');
    const changed = (share: number) =>
      apply('fullwidth', words, share)!
        .split(' ')
        .filter((word) => word !== 'salary').length;
    expect([0, 0.01, 0.3, 1].map(changed)).toEqual([0, 1, 6, 20]);
  });

  it('gives the same for the same seed, other mutations or not, and differs for another', () => {
    const all = mutate(TEXT, { seed: 7 });
    expect(mutate(TEXT, { seed: 7 })).toEqual(all);
    for (const { mutation, text } of all) expect(apply(mutation, TEXT, 0.3, 7)).toBe(text);
    expect(mutate(TEXT, { seed: 8 })).not.toEqual(all);
  });

  it('takes any text, and gives well-formed text for well-formed text', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.integer(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (text, seed, share) => {
          for (const made of mutate(text, { seed, share }))
            expect(made.text.isWellFormed()).toBe(text.isWellFormed());
        },
      ),
    );
  });
});

it('draws a sample of the size asked for, in order', () => {
  const { sample } = makeRandom(3, 'x');
  const drawn = sample([1, 2, 3, 4, 5], 3);
  expect(drawn).toHaveLength(3);
  expect(drawn).toEqual(drawn.toSorted());
  expect(sample([1], 5)).toEqual([1]);
});
