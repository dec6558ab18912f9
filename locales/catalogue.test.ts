/** Every language file says exactly what English says, and the source uses exactly that. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#platform/languages.ts';
import { messages } from '#schema/messages.ts';

type Texts = Record<string, string>;

const files = globSync('locales/*.json').map((file) => basename(file, '.json'));
const raw = (tag: string) => readFileSync(`locales/${tag}.json`, 'utf8');
const read = (tag: string): Texts => JSON.parse(raw(tag));
const english = read('en');
const baseOf = (key: string) => key.split('#')[0]!;
const isPlural = (key: string) => key.includes('#');

/** `key#one`, `key#other` …: the categories that a language has. */
const categoriesOf = (tag: string): string[] =>
  new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
/** Where a category stands for one number alone ("1 post"), the number may be a word. */
function isOneNumber(tag: string, category: string): boolean {
  const rules = new Intl.PluralRules(tag);
  const numbers = Array.from({ length: 1001 }, (_, n) => n);
  return numbers.filter((n) => rules.select(n) === category).length === 1;
}

function expectedKeys(tag: string): string[] {
  const keys = Object.keys(english).flatMap((key) =>
    isPlural(key) ? categoriesOf(tag).map((category) => `${baseOf(key)}#${category}`) : [key],
  );
  return [...new Set(keys)].sort();
}

const placeholders = (text: string): string[] =>
  [...new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name!))].sort();

function expectedPlaceholders(tag: string, key: string, text: string): string[] {
  const base = baseOf(key);
  const all = placeholders(english[isPlural(key) ? `${base}#other` : base] ?? '');
  const spoken = isPlural(key) && isOneNumber(tag, key.split('#')[1]!) && !text.includes('{count}');
  return spoken ? all.filter((name) => name !== 'count') : all;
}

it('there is a file for every language of the interface, and no other', () => {
  expect(files.sort()).toEqual(LANGUAGES.map(({ tag }) => tag).sort());
});

describe.each(files)('%s', (tag) => {
  const texts = read(tag);
  const entries = Object.entries(texts).filter(([key]) => key !== '_review');

  it('says first, in English, who has reviewed it', () => {
    expect(Object.keys(texts)[0]).toBe('_review');
    expect(texts._review).toMatch(
      tag === 'en'
        ? /^Source language\b/
        : /^(No native speaker has reviewed|Reviewed by .+ on \d{4}-\d{2}-\d{2}\.)/,
    );
  });

  it('has every key once, with the plural forms of the language', () => {
    expect(raw(tag).match(/^ {2}"/gm)).toHaveLength(Object.keys(texts).length);
    expect(Object.keys(texts).sort()).toEqual(expectedKeys(tag));
  });

  it('keeps the placeholders', () => {
    const wrong = entries.filter(
      ([key, text]) =>
        JSON.stringify(placeholders(text)) !==
          JSON.stringify(expectedPlaceholders(tag, key, text)) ||
        /[{}]/.test(text.replace(/\{\w+\}/g, '')),
    );
    expect(wrong).toEqual([]);
  });

  it('is plain text: no markup, no emoji, no blank or padded text', () => {
    const odd = entries.filter(
      ([, text]) => !text || text !== text.trim() || /[<>\n]|\p{Extended_Pictographic}/u.test(text),
    );
    expect(odd).toEqual([]);
  });
});

describe.each(files.filter((tag) => tag !== 'en'))('%s, translated', (tag) => {
  const entries = Object.entries(read(tag)).filter(([key]) => key !== '_review');

  it('leaves no sentence in English', () => {
    const left = entries.filter(
      ([key, text]) => text === english[key] && text.split(' ').length > 3,
    );
    expect(left).toEqual([]);
  });

  it('is written in the script of the language', () => {
    const { script } = new Intl.Locale(tag).maximize();
    const scripts = { Hans: 'Han', Hant: 'Han', Jpan: 'Han|Hiragana|Katakana', Kore: 'Hangul' };
    const names = (scripts[script as keyof typeof scripts] ?? script!).split('|');
    const own = new RegExp(names.map((name) => `\\p{Script=${name}}`).join('|'), 'u');
    // A product name or a version may stand alone.
    const foreign = entries.filter(([, text]) => !own.test(text));
    expect(foreign.length).toBeLessThan(5);
  });
});

describe('the source', () => {
  const folders = 'components,entrypoints,page,platform,reports,ruleset';
  const source = globSync(`{${folders}}/**/*.{ts,tsx}`)
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const keys = new Set(Object.keys(english).map(baseOf));
  const sections = new Set([...keys].map((key) => key.split('.')[0]));

  /**
   * Families of keys that are put together at run time. Those of the rules are compared with
   * `rules/` in `ruleset/words.test.ts`; the two of the banner with nothing but their lines.
   */
  const families = [
    /^signal\.[\w-]+\.(label|why)$/,
    /^scheme\.[\w-]+\.(headline|headline\.danger|summary)$/,
    /^step\.[\w-]+$/,
    /^help\.kind\.[\w-]+$/,
    /^banner\.(there|paid)\.[1-4]$/,
  ];
  /** Template texts that begin with a section: `options.loudness.${value}.note`. */
  const templates = Array.from(source.matchAll(/`([a-z]+\.[\w.-]*\$\{[^`]*)`/g), ([, template]) =>
    template!.replace(/\$\{[^}]*\}/g, '\u0000').split('\u0000'),
  ).map((parts) => new RegExp(`^${parts.join('[\\w-]+').replaceAll('.', '\\.')}$`));
  const literals = new Set(
    Array.from(source.matchAll(/'([a-z]+\.[\w.-]+)'/g), ([, text]) => text!),
  );

  it('uses every key', () => {
    const unused = [...keys].filter(
      (key) =>
        key !== '_review' &&
        !literals.has(key) &&
        ![...families, ...templates].some((family) => family.test(key)),
    );
    expect(unused).toEqual([]);
  });

  it('names no key that is missing', () => {
    const asked = [...source.matchAll(/(?:\bt|translate|lookUp)\(\s*(?:\w+,\s*)?'([^']+)'/g)];
    expect(asked.length).toBeGreaterThan(80);
    const named = [...literals].filter((text) => sections.has(text.split('.')[0]));
    const isOther = (text: string) => Object.hasOwn(messages, text) || text.endsWith('.html');
    const missing = [...asked.map(([, key]) => key!), ...named].filter(
      (key) => !keys.has(key) && !isOther(key),
    );
    expect(missing).toEqual([]);
  });
});
