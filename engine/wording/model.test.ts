import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Post } from '#schema/post.ts';
import type { WordingSource } from '#schema/ruleset.ts';
import { judge } from '../judge.ts';
import { BundleError } from '../phrases/errors.ts';
import { compileRuleset } from '../ruleset/compile.ts';
import { openRuleset } from '../ruleset/open.ts';
import { exampleSource } from '../testing/example.ts';
import { BUCKETS, packModel, WordingModel } from './model.ts';

/** A model for which every n-gram speaks for a lure as much as any other. */
const even = (weight: number): WordingSource => ({
  bias: -1,
  step: 0.1,
  alike: 0,
  strong: 0.5,
  weights: Buffer.from(new Int8Array(BUCKETS).fill(weight).buffer).toString('base64'),
});
const byModel = (matcher: 'text-model' | 'text-model-strong') => ({
  ...exampleSource.signals['moderate-one']!,
  phrases: {},
  matchers: [matcher],
});
const { example } = exampleSource.schemes;
const open = (wording: WordingSource) =>
  openRuleset(
    compileRuleset({
      ...exampleSource,
      signals: {
        ...exampleSource.signals,
        alike: byModel('text-model'),
        strong: byModel('text-model-strong'),
      },
      schemes: { example: { ...example!, weights: { ...example!.weights, alike: 9, strong: 9 } } },
      wording,
    }),
  );
const lureLike = open(even(3));
const post = (text: string): Post => ({
  site: 'text',
  key: '1',
  kind: 'text',
  url: '',
  text,
  links: [],
  partial: false,
});
const read = (text: string, ruleset = lureLike): number => {
  const sum = ruleset.wording.begin();
  ruleset.phrases.scan(text, () => {});
  ruleset.wording.read(ruleset.phrases.folded, sum);
  return ruleset.wording.score(sum);
};

describe('the wording as a whole', () => {
  test('never warns alone, however alike', () => {
    const { level, findings } = judge(
      post('an ordinary text of some length, day by day'),
      lureLike,
    );
    expect(findings.map(({ signal }) => signal)).toEqual(['alike', 'strong']);
    expect(level).toBe('none');
  });
  test('nor with the name of a place', () => {
    expect(judge(post('an ordinary text of some length from KK Park'), lureLike).level).toBe(
      'none',
    );
  });
  test('speaks beside a weak sign, as one sign', () => {
    expect(judge(post('an ordinary text of some length, weak one'), lureLike).level).not.toBe(
      'none',
    );
  });
  test('says nothing of a text that is not alike', () => {
    expect(judge(post('an ordinary text, weak one'), open(even(-3))).findings).toHaveLength(1);
  });
});

test('quotes whole words that stand in the text', () => {
  fc.assert(
    fc.property(fc.lorem({ mode: 'sentences', maxCount: 4 }), (text) => {
      const [finding] = judge(post(text), lureLike).findings.filter(
        ({ signal }) => signal === 'alike',
      );
      for (const quote of finding?.quotes ?? []) {
        expect(text.slice(quote.start, quote.end)).toBe(quote.text);
        expect(/\w/.test(text[quote.start - 1] ?? ' ')).toBe(false);
        expect(/\w/.test(text[quote.end] ?? ' ')).toBe(false);
      }
    }),
  );
});

test('quotes the text of its own verdict, whatever was judged before somebody asks', () => {
  const first = judge(post('an ordinary text of some length, weak one'), lureLike);
  judge(post('a second text of quite another length and other words, weak one'), lureLike);
  const [quote] = first.findings.find(({ signal }) => signal === 'alike')!.quotes;
  expect(quote!.text).toContain('ordinary text');
});

test('an n-gram counts once, digits are alike, and so are normal forms', () => {
  const long = 'an ordinary text that has words enough to say something of them all';
  expect(read(`${long} ${long}`)).toBeCloseTo(read(`${long} ${long} ${long}`), 5);
  expect(read(`${long} 1234`)).toBe(read(`${long} 9876`));
  const composed = 'việc nhẹ lương cao, đi làm ngay, công ty lo vé máy bay và chỗ ở';
  expect(read(composed)).toBeGreaterThan(-1);
  expect(read(composed.normalize('NFD'))).toBe(read(composed));
});

test('says nothing of a few words', () => {
  expect(read('Payroll Clerk')).toBe(-Infinity);
  expect(read('')).toBe(-Infinity);
});

test('takes bytes of its own size only', () => {
  expect(new WordingModel(new Uint8Array(0)).alike).toBe(Infinity);
  expect(new WordingModel(packModel(even(1))).strong).toBe(0.5);
  expect(() => new WordingModel(new Uint8Array(100))).toThrow(BundleError);
});
