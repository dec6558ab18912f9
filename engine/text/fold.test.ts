import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, normalForm } from './fold.ts';

const FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const;
/** Any units at all, and the characters that make trouble more often than chance would. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...'ab.- 가각ᆨᄀㅏ1,2が゙ｶﾞกุ้ำ့်ကក្កe\u0301\u0323d\u0307ﬁ⒣①²½…。！!（(Ａ𠮷丽🔥1️⃣\ud800\u200d\u0640ظ',
        '\udc00',
        '\n',
        '𝐚',
        'ো',
        'क़',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
);

describe('fold', { timeout: 60_000 }, () => {
  it.each([
    ['Hello,  WÖRLD', 'hello world'],
    ['việc nhẹ, ĐI LÀM', 'viec nhe di lam'],
    ['đø łı ß æ', 'do li ss ae'],
    ['𝐛𝐨𝐥𝐝 𝓼𝓬𝓻𝓲𝓹𝓽 ｆｕｌｌ ⓒⓘⓡⓒⓛⓔ 🅱🅾🆇 ʜɪʀɪɴɢ', 'bold script full circle box hiring'],
    ['⒣⒤⒭⒤⒩⒢', 'hiring'],
    ['hi\u200bri\u00adng\u202e now\ufe0f', 'hiring now'],
    ['١٢٣ ४५६ ๗๘๙', '123 456 789'],
    ['1️⃣2️⃣ 🔟 ➌', '12 10 3'],
    ['🔥hot🔥job', 'hot job'],
    ['🇭 🇮 🇷 🇮 🇳 🇬 🇯\u200b🇴\u200b🇧', 'hiring job'],
    ['🇰🇭Work🇹🇭🇲🇲now', 'work now'],
    ['وَظِيفَة في ألمانـيا', 'وظيفه في المانيا'],
    ['کریں ہے گی', 'كريں هي گي'],
    ['ёлка йод', normalForm('елка иод')],
    ['高薪聯繫 職員', '高薪联系职员'],
    ['ﾃﾚｸﾞﾗﾑ', normalForm('テレグラム')],
    ['नौकरी ज़रूरी', 'नौकरी जरूरी'],
  ])('brings %s into its normal form', (text, form) => {
    expect(normalForm(text)).toBe(form);
  });

  it('takes look-alikes of other scripts for the letters they look like', () => {
    expect(normalForm('tеlеgrаm')).toBe('telegram');
    expect(normalForm('pабoтa')).toBe(normalForm('работа'));
    expect(normalForm('ΤΕLΕGRΑΜ')).toBe('telegram');
    expect(normalForm('ᎢᎬᏞᎬᏀᎡᎪᎷ')).toBe('telegram');
  });

  it('keeps katakana and hiragana apart, and voiced kana from plain ones', () => {
    expect(normalForm('カ')).not.toBe(normalForm('か'));
    expect(normalForm('が')).not.toBe(normalForm('か'));
  });

  it.each([
    ['s p a c e d words', 'spaced words'],
    ['now d.o.t.t.e.d', 'now dotted'],
    ['s-p-l-i-t, apart', 'split apart'],
    ['h i g h   p a i d', 'high paid'],
    ['고 수 익 알 바', normalForm('고수익알바')],
    ['a b c', 'a b c'],
    ['a b-c d', 'a b c d'],
    ['a b c-d-e-f', 'a b cdef'],
  ])('joins the letters of a disguised word: %s', (text, form) => {
    expect(normalForm(text)).toBe(form);
  });

  it.each([
    ['高 薪.工*作', '高薪工作'],
    ['งาน ดี', normalForm('งานดี')],
    ['ងារ ល្អ', normalForm('ងារល្អ')],
    ['အ လုပ်', normalForm('အလုပ်')],
    ['ວຽກ ດີ', normalForm('ວຽກດີ')],
    ['仕 事', '仕事'],
    ['包吃，包住', '包吃 包住'],
    ['包吃。包住', '包吃\n包住'],
  ])('skips spaces only between letters of scripts without them: %s', (text, form) => {
    expect(normalForm(text)).toBe(form);
  });

  it.each([
    ['ሥራ', 'ስራ'],
    ['ፀሐይ', 'ጸሀይ'],
    ['ዓለም', 'ኣለም'],
    ['ኃላፊ', 'ሀላፊ'],
    ['पहुँच', 'पहुंच'],
  ])('writes letters in one way that are used for each other: %s', (one, other) => {
    expect(normalForm(one)).toBe(normalForm(other));
  });

  it.each([
    ['RM8,000', 'rm8000'],
    ['1.234.567', '1234567'],
    ['1,00,000', '100000'],
    ['2.5 or 2,50', '2.5or2.50'],
    ['300 만원', normalForm('300만원')],
  ])('writes numbers in one way: %s', (text, form) => {
    expect(normalForm(text)).toBe(form);
  });

  it.each([
    ['One. Two', 'one\ntwo'],
    ['He said "go." Then', 'he said go\nthen'],
    ['t.me/joblink', 't me joblink'],
    ['one!two？three', 'one\ntwo\nthree'],
    ['ایک۔ دو', 'ايك\nدو'],
    ['काम। घर', 'काम\nघर'],
    ['one\r\n• two | three', 'one\ntwo\nthree'],
    ['(one) "two"/three-four', 'one two three four'],
  ])('parts sentences from words: %s', (text, form) => {
    expect(normalForm(text)).toBe(form);
  });

  it('gives the same for every Unicode normal form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const form of FORMS) expect(normalForm(text.normalize(form))).toBe(normalForm(text));
      }),
      { numRuns: 500 },
    );
  });

  it('is stable: the normal form of letters is its own normal form', () => {
    for (const [from, to] of [
      [0, 0x3400],
      [0xa000, 0xac00],
      [0xf900, 0x10000],
      [0x1d400, 0x1d800],
      [0x1f100, 0x1f200],
    ]) {
      for (let point = from!; point < to!; point++) {
        const form = normalForm(String.fromCodePoint(point));
        if (normalForm(form) !== form) expect.fail(`U+${point.toString(16)}: ${form}`);
      }
    }
  });

  it('keeps a way back to the original', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { units, length, starts, ends } = fold(text);
        expect(units).toHaveLength(length);
        for (let i = 0; i < length; i++) {
          expect(ends[i]).toBeGreaterThan(starts[i]!);
          expect(ends[i]).toBeLessThanOrEqual(text.length);
          if (i > 0) expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1]!);
        }
      }),
    );
    const { starts, ends } = fold('A e\u0301𝐱');
    expect([...starts]).toEqual([0, 2, 2, 4]);
    expect([...ends]).toEqual([1, 4, 4, 6]);
  });

  it.each([
    ['letters', 'a'.repeat(1e6)],
    ['marks', '\u0301'.repeat(1e6)],
    ['ordered marks', '\u0e49\u0e38'.repeat(5e5)],
    ['spaced letters', 'a '.repeat(5e5)],
    ['points', '1.'.repeat(5e5)],
    ['long ligatures', '\ufdfa'.repeat(1e5)],
    ['lone surrogates', '\ud800'.repeat(1e6)],
    ['overrides', '\u202e'.repeat(1e6)],
  ])('takes a megabyte of %s', (_, text) => {
    expect(fold(text).length).toBeLessThanOrEqual(18 * text.length);
  });

  it('does not take private characters for the letters at the same place in another plane', () => {
    expect(normalForm('\u{f0061}\u{10ffff}\u{100041}\ue061')).toBe('');
  });

  it('has nothing to say of names that objects have', () => {
    expect(normalForm('constructor __proto__ toString')).toBe('constructor proto tostring');
  });
});
