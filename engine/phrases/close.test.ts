import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePhrases } from './compile.ts';
import { openPhrases } from './open.ts';

const open = (phrases: string[]) =>
  openPhrases(compilePhrases(phrases.map((phrase, value) => ({ phrase, value }))));
const LIST = [
  'high salary',
  'high standard',
  'free ticket',
  'job',
  'job* {2} abroad',
  'telegram',
  'interview*',
  'navio*',
  'cdi',
  'ln',
  '柬埔寨',
  '客服打字员',
  'งานได้เงิน',
  '고수익',
  'работа за границей',
];
const set = open(LIST);
const closely = (text: string): string[] => {
  const found: string[] = [];
  set.scanClosely(text, (value, start, end) =>
    found.push(`${LIST[value]}: ${text.slice(start, end)}`),
  );
  return found;
};

describe('the close scan', () => {
  it.each([
    ['plain words', 'high salary', 'a high salary here', 'high salary'],
    ['signs for letters', 'high salary', 'a h1gh $@lary here', 'h1gh $@lary'],
    ['a 1 for an l', 'telegram', 'te1egram', 'te1egram'],
    ['a capital i for an l', 'telegram', 'teIegram', 'teIegram'],
    ['a word split by a space', 'high salary', 'hi gh sala ry', 'hi gh sala ry'],
    ['a word split by a sign', 'high salary', 'hi-gh sal/ary', 'hi-gh sal/ary'],
    ['a word split by an emoji', 'high salary', 'high sal🔥ary', 'high sal🔥ary'],
    ['a line break in a word', 'telegram', 'tele-\ngram', 'tele-\ngram'],
    ['stretched letters', 'free ticket', 'freeee tiiicket', 'freeee tiiicket'],
    ['a stretched end', 'job', 'jobbb, now', 'jobbb'],
    ['spaced out words', 'high salary', 'h i g h s a l a r y', 'h i g h s a l a r y'],
    ['short spaced out words', 'job', 'a j.o.b here', 'j.o.b'],
    ['a split ending', 'interview*', 'inter views', 'inter views'],
    ['signs in Chinese', '柬埔寨', '去柬★埔★寨', '柬★埔★寨'],
    ['commas letter by letter', '柬埔寨', '柬、埔、寨', '柬、埔、寨'],
    ['Thai without tone marks', 'งานได้เงิน', 'งานไดเงิน', 'งานไดเงิน'],
    ['Thai with a tone mark too many', 'งานได้เงิน', 'ง่านได้เงิน', 'ง่านได้เงิน'],
    ['split Cyrillic', 'работа за границей', 'раб ота за гран-ицей', 'раб ота за гран-ицей'],
    ['gaps', 'job* {2} abroad', 'jo bs in cities abro ad', 'jo bs in cities abro ad'],
  ])('finds %s', (_, phrase, text, quote) => {
    expect(closely(text)).toContain(`${phrase}: ${quote}`);
  });

  it.each([
    ['a letter that is a word', 'jobs in a broad field'],
    ['a short word in two', 'le c di'],
    ['an open ending over a split', 'na viongozi'],
    ['a capital i at a beginning', 'In'],
    ['a list', '客服、打字员'],
    ['a sum', '客服+打字员'],
    ['two lines', '客服\n打字员'],
    ['words of a sentence and the next', 'high. Salary'],
    ['doubled letters', 'jobb'],
  ])('takes no phrase from %s', (_, text) => {
    expect(closely(text)).toEqual([]);
  });

  const word = fc.constantFrom(
    'high',
    'sal',
    'ary',
    'salary',
    'job',
    '柬',
    '埔',
    '寨',
    'งานได',
    'เงิน',
    'abroad',
    '고',
    '수익',
  );
  const sign = fc.constantFrom('', ' ', '.', '-', '\n', '★', '\u200b', '、');
  const anyText = fc
    .array(fc.tuple(word, sign), { maxLength: 20 })
    .map((pairs) => pairs.flat().join(''));

  it('finds what the scan finds in texts of plain words', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const hits: string[] = [];
        set.scanClosely(text, (...hit) => hits.push(hit.join()));
        set.scan(text, (...hit) => expect(hits).toContain(hit.join()));
      }),
    );
  });

  it('quotes in bounds, and ends, whatever the text', () => {
    const places = (text: string) =>
      set.scanClosely(text, (_, start, end) => {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
      });
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), places));
    for (const one of ['j o b ', 'h i', 'ooo', '柬★', 'ง่', 'job a ', 'te 1'])
      places(one.repeat(Math.ceil(2e5 / one.length)));
  });
});
