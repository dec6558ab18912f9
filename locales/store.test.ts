/** Name and description in the stores, for the languages that Chrome knows. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#platform/languages.ts';

/** Languages that Chrome shows no store texts in; Firefox falls back to English as well. */
const unknownToChrome = new Set(['my', 'km', 'lo', 'si', 'ne', 'ur']);
const storeTags: Record<string, string[]> = {
  'zh-Hans': ['zh_CN'],
  'zh-Hant': ['zh_TW'],
  pt: ['pt_BR', 'pt_PT'],
};

describe('public/_locales', () => {
  it('holds every language of the interface that Chrome knows, and no other', () => {
    const expected = LANGUAGES.filter(({ tag }) => !unknownToChrome.has(tag)).flatMap(
      ({ tag }) => storeTags[tag] ?? [tag],
    );
    const files = globSync('public/_locales/*/messages.json');
    expect(files.map((file) => basename(dirname(file))).sort()).toEqual(expected.sort());
    expect(existsSync('public/_locales/en/messages.json')).toBe(true);
  });

  it.each(globSync('public/_locales/*/messages.json'))('%s fits the stores', (file) => {
    const texts = JSON.parse(readFileSync(file, 'utf8'));
    expect(Object.keys(texts)).toEqual(['name', 'description']);
    expect(texts.name.message).toMatch(/^Lurewatch\b.{3,}/);
    expect(texts.name.message.length).toBeLessThanOrEqual(40);
    expect(texts.description.message.length).toBeGreaterThan(20);
    expect(texts.description.message.length).toBeLessThanOrEqual(112);
  });
});
