import { describe, expect, it } from 'vitest';
import { chooseLanguage, directionOf, LANGUAGES } from './languages.ts';

describe('chooseLanguage', () => {
  it.each([
    ['en-US', 'en'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh_TW', 'zh-Hant'],
    ['pt-BR', 'pt'],
    ['tl', 'fil'],
    ['in', 'id'],
    ['ur-PK', 'ur'],
    ['de-DE', 'en'],
    ['', 'en'],
    ['%%', 'en'],
  ])('reads the browser language %j as %s', (tag, ours) => {
    expect(chooseLanguage(undefined, tag)).toBe(ours);
  });

  it('puts the choice of the reader first, unless it is none of ours', () => {
    expect(chooseLanguage('km', 'en-US')).toBe('km');
    expect(chooseLanguage('xx', 'th-TH')).toBe('th');
  });

  it('chooses every language by its own tag, and two of them run from right to left', () => {
    for (const { tag } of LANGUAGES) expect(chooseLanguage(undefined, tag)).toBe(tag);
    expect(LANGUAGES.filter(({ tag }) => directionOf(tag) === 'rtl').map(({ tag }) => tag)).toEqual(
      ['ur', 'ar'],
    );
  });
});
