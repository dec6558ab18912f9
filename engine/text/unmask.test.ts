import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { hasMaskedWord, unmask } from './unmask.ts';

describe('unmask', () => {
  it.each([
    ['h1gh s@lary', 'high salary'],
    ['$alary, j0b', 'salary, job'],
    ['7e1egram', 'teiegram'],
    ['h!ring now!', 'hiring now!'],
    ['jobbbb', 'job\u00ad\u00adb'],
    ['柬★埔|寨', '柬*埔*寨'],
    ['งาน★ดี', 'งาน*ดี'],
  ])('reads %s', (text, plain) => {
    expect(unmask(text)).toBe(plain);
  });

  it.each([
    'B2B, k8s, 4x4, mp3, a11y, H2O, i18n',
    '$500, US$500, RM8000, 5000usd, 100%',
    '12,000 15h 24h 3D 2x',
    'Covid-19 and R2-D2',
    'Apply now! Free coffee',
    'one|two ★ three',
    '高薪\n包住',
    '2000',
    '35岁以下 5만원 3คน',
    '包吃+包住/双休',
  ])('leaves %s alone', (text) => {
    expect(unmask(text)).toBe(text);
    expect(hasMaskedWord(text)).toBe(false);
  });

  it('keeps every place, whatever the text', () => {
    const parts = fc.constantFrom(...'ab1@$!3 ★|柬埔งาÀéï\u0301\u200b😀\n', 'ooo', 'İİİ', '\ud800');
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(parts).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const plain = unmask(text);
        expect(plain).toHaveLength(text.length);
        expect(fold(plain).starts.every((start) => start < text.length)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('takes a megabyte', () => {
    for (const part of ['a', '1a', '柬*', 'a!', '@', '★'])
      expect(unmask(part.repeat(1e6 / part.length)).length).toBeGreaterThan(0);
  });
});
