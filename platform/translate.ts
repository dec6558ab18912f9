/** Interface texts: placeholders and plurals. Pure, so that the command line can use it too. */
import type english from '#locales/en.json';

type Base<K> = K extends `${infer B}#${string}` ? B : K;
/** Every key of the English catalogue; plural forms (`key#one`, `key#other`) count as `key`. */
export type MessageKey = Base<keyof typeof english>;

/** A catalogue, or a part of one. */
export type Strings = Readonly<Record<string, string>>;
export type Params = Readonly<Record<string, string | number>>;

const own = (strings: Strings, key: string): string | undefined =>
  Object.hasOwn(strings, key) ? strings[key] : undefined;

/**
 * Text for a key that is put together at run time (`signal.<id>.label`); `undefined` when the
 * catalogue does not have it.
 */
export function lookUp(
  strings: Strings,
  key: string,
  params: Params = {},
  language = 'en',
): string | undefined {
  const { count } = params;
  const plural =
    typeof count === 'number'
      ? (own(strings, `${key}#${new Intl.PluralRules(language).select(count)}`) ??
        own(strings, `${key}#other`))
      : undefined;
  const text = plural ?? own(strings, key);
  return text?.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}

/**
 * Text for a key of the catalogue. `{name}` stands for `params.name`; with a number in
 * `params.count` the plural form of `language` is chosen. A key that is missing from a partial
 * catalogue shows as itself, which a reader can at least report.
 */
export const translate = (
  strings: Strings,
  key: MessageKey,
  params?: Params,
  language?: string,
): string => lookUp(strings, key, params, language) ?? key;
