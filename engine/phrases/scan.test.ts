import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalForm } from '#engine/text/fold.ts';
import { compilePhrases } from './compile.ts';
import { openPhrases } from './open.ts';
import { findAll } from './reference.ts';

const open = (phrases: string[]) =>
  openPhrases(compilePhrases(phrases.map((phrase, value) => ({ phrase, value }))));

/** What the scanner quotes. */
function quotes(phrases: string[], text: string): string[] {
  const found: string[] = [];
  open(phrases).scan(text, (_, start, end) => found.push(text.slice(start, end)));
  return found;
}

describe('scan', () => {
  it.each([
    ['whole words', 'hire', 'We hire, not hired or rehire', ['hire']],
    ['punctuation', 'no experience needed', 'NO experience — needed!', ['NO experience — needed']],
    ['a sentence end', 'flight paid', 'the flight. Paid', []],
    ['a line break', 'flight paid', 'the flight\npaid', []],
    ['any ending', 'interview*', 'interviews, Interview', ['interviews', 'Interview']],
    ['an ending within', 'interview* by phone', 'interviewed by phone', ['interviewed by phone']],
    ['a gap', 'pay {3} before', 'pay a small fee before', ['pay a small fee before']],
    ['a gap of nothing', 'pay {3} before', 'pay before', ['pay before']],
    ['a gap too wide', 'pay {2} before', 'pay a small fee before', []],
    ['a gap over a sentence end', 'pay {3} before', 'pay it. Then before', []],
    ['spaced letters', 'telegram', 'on t.e.l.e.g.r.a.m now', ['t.e.l.e.g.r.a.m']],
    ['accents', 'việc nhẹ', 'VIEC NHE và', ['VIEC NHE']],
    ['look-alikes', 'работа', 'pабoтa', ['pабoтa']],
    ['digits', 'earn 8000', 'earn ৮,০০০', ['earn ৮,০০০']],
    ['Chinese', '高薪', '海外高 薪工作，高.薪', ['高 薪', '高.薪']],
    ['traditional Chinese', '联系客服', '請聯繫客服', ['聯繫客服']],
    ['a gap in Chinese', '招聘{1}客服', '招聘海外客服 招聘了很多海外客服', ['招聘海外客服']],
    ['Chinese beside Latin', '加telegram', '加 Telegram联系', ['加 Telegram']],
    ['Thai', 'รายได้ดี', 'งานสบายรายได้ ดีมาก', ['รายได้ ดี']],
    ['Thai marks in any order', 'ดู้', 'ด\u0e49\u0e39', ['ด\u0e49\u0e39']],
    ['Khmer', 'ការងារ', 'មានការងារល្អ', ['ការងារ']],
    ['Burmese', 'အလုပ်', 'နိုင်ငံခြားအလုပ်ရှိ', ['အလုပ်']],
    ['half a Burmese syllable', 'အလု', 'အလုပ် အလုံ', ['အလု']],
    ['Lao', 'ວຽກ', 'ຮັບສະໝັກວຽກງານ', ['ວຽກ']],
    ['Japanese', '高収入', '★高収入★バイト', ['高収入']],
    ['a voiced kana', 'か', 'が', []],
    ['Korean particles', '월급', '월급은 선월급', ['월급은']],
    ['Arabic', 'وظيفة في الخارج', 'وَظِيفَه فى الخـارج', ['وَظِيفَه فى الخـارج']],
    ['Urdu', 'بیرون ملک نوکری', 'بيرون ملك نوكري۔', ['بيرون ملك نوكري']],
    ['Hindi', 'नौकरी*', 'नौकरियां नौकरीयां', ['नौकरीयां']],
    ['Amharic', 'ሥራ', 'ጥሩ ሥራ። ሥራው', ['ሥራ']],
    ['accents taken apart', 'café', 'cafe\u0301 x', ['cafe\u0301']],
    ['object names', 'constructor', '__proto__ constructor', ['constructor']],
  ])('%s', (_, phrase, text, found) => {
    expect(quotes([phrase], text)).toEqual(found);
  });

  it('reports each value of a phrase once, and overlaps', () => {
    const bytes = compilePhrases([
      { phrase: 'work abroad', value: 7 },
      { phrase: 'work (abroad|overseas)', value: 0xffffffff },
      { phrase: 'work [abroad] now', value: 1 },
      { phrase: 'work abroad', value: 7 },
    ]);
    const values: number[] = [];
    openPhrases(bytes).scan('work abroad now', (value) => values.push(value));
    expect(values).toEqual([7, 0xffffffff, 1]);
  });

  it('lets a report scan another text', () => {
    const phrases = open(['one', 'two']);
    const seen: string[] = [];
    phrases.scan('one two one', (value, start) => {
      seen.push(`${value}@${start}`);
      phrases.scan('a b c d two', (inner, at) => seen.push(`${inner}@${at}`));
    });
    expect(seen).toEqual(['0@0', '1@8', '1@4', '1@8', '0@8', '1@8']);
  });

  it('is built the same from the same entries', () => {
    const entries = [...'abc'].map((phrase, value) => ({ phrase: `${phrase} 高薪 {2} x*`, value }));
    expect(compilePhrases(entries)).toEqual(compilePhrases(entries));
  });
});

/** Words that share beginnings, of every group, so that chance texts hold chance phrases. */
const vocabulary = [
  ...[
    'a',
    'ab',
    'abc',
    'b',
    'pay',
    'pays',
    '1',
    '12',
    '가',
    '가나',
    '각',
    '高',
    '高薪',
    'か',
    'が',
  ],
  ...['งาน', 'งานดี', 'ကို', 'က', 'កា', 'ລາວ', 'وظيفة', 'क', 'की', 'работа', 'aй'],
];
const anyWord = fc.constantFrom(...vocabulary);
const anyPiece = fc.oneof(
  { weight: 6, arbitrary: anyWord },
  { weight: 1, arbitrary: fc.constantFrom('{1}', '{2}', '(a|b)', '[pay]', '[高]') },
  { weight: 1, arbitrary: fc.constantFrom('a*', 'ab*', '1*', '가*', 'работ*') },
);
const anyPhrase = fc
  .tuple(anyWord, fc.array(anyPiece, { maxLength: 3 }), anyWord)
  .map(([first, middle, last]) => [first, ...middle, last].join(' '))
  .filter((phrase) => !/\{\d\} ([[{(]\S+ )*\{|\{\d\} \[/.test(phrase))
  // Four single letters in a row are refused, see syntax.test.ts.
  .filter((phrase) => (phrase.match(/(?<![^ (|[])\p{L}\*?(?![^ )|\]])/gu) ?? []).length < 4);
const anyPhrases = fc.oneof(
  fc.array(anyPhrase, { minLength: 1, maxLength: 8 }),
  fc.array(anyWord, { minLength: 1, maxLength: 4 }),
);
const separator = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '',
  '',
  '. ',
  '.',
  ',',
  '-',
  '\n',
  '🔥',
  '。',
  '\u200b',
);
const anyText = fc
  .array(fc.tuple(anyWord, separator), { maxLength: 25 })
  .map((pairs) => pairs.flat().join(''));

describe('scan, whatever phrases and text', { timeout: 60_000 }, () => {
  const runs = { numRuns: 150 };

  it('finds what the reference finds', () => {
    fc.assert(
      fc.property(anyPhrases, anyText, (phrases, text) => {
        const found = new Set<string>();
        open(phrases).scan(text, (...hit) => found.add(hit.join(' ')));
        expect([...found].sort()).toEqual(findAll(phrases, text));
      }),
      runs,
    );
  });

  it('quotes the original: the quote alone holds the same phrase', () => {
    fc.assert(
      fc.property(anyPhrases, anyText, (phrases, text) => {
        const set = open(phrases);
        set.scan(text, (value, start, end) => {
          const again: number[] = [];
          set.scan(text.slice(start, end), (inner) => again.push(inner));
          expect(again).toContain(value);
        });
      }),
      runs,
    );
  });

  it('finds the same under every normal form', () => {
    fc.assert(
      fc.property(anyPhrases, anyText, (phrases, text) => {
        const set = open(phrases);
        const quoted = (given: string) => {
          const found: string[] = [];
          set.scan(given, (value, start, end) => {
            found.push(`${value} ${normalForm(given.slice(start, end))}`);
          });
          return found;
        };
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) {
          expect(quoted(text.normalize(form))).toEqual(quoted(text));
        }
      }),
      runs,
    );
  });

  it('never throws', () => {
    const set = open(['a {6} b', 'pay* {2} before', '高{6}薪', '가 나', 'งาน']);
    const places = (text: string) => {
      set.scan(text, (_, start, end) => {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
      });
    };
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), places));
    const many = ['a', 'a ', '高', '\u0301', '\u202e', '\ud83d', 'pay a', '가', '\u0e49\u0e38'];
    for (const one of many) places(one.repeat(Math.ceil(1e6 / one.length)));
  });
});
