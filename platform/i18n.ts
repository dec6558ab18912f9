/** The packaged interface texts in the reader's language. */
import { z } from '#schema/zod.ts';
import { browser } from './browser.ts';
import { chooseLanguage, directionOf } from './languages.ts';
import type { Strings } from './translate.ts';

export interface Catalogue {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly strings: Strings;
}

const Texts = z.record(z.string(), z.string());

/** Texts of one file; none when it can't be read, so that English stands in. */
async function load(tag: string): Promise<Strings> {
  try {
    const response = await fetch(browser.runtime.getURL(`/locales/${tag}.json`));
    return z.parse(Texts, await response.json());
  } catch {
    return {};
  }
}

const catalogues = new Map<string, Promise<Catalogue>>();

async function assemble(language: string): Promise<Catalogue> {
  const [english, own] = await Promise.all([load('en'), language === 'en' ? {} : load(language)]);
  return { language, direction: directionOf(language), strings: { ...english, ...own } };
}

/**
 * The catalogue for the language that the reader chose in the settings, or else for the
 * browser's. A key that a translation lacks is there in English.
 */
export function loadCatalogue(chosen: string | undefined): Promise<Catalogue> {
  const language = chooseLanguage(chosen, browser.i18n.getUILanguage());
  const known = catalogues.get(language) ?? assemble(language);
  catalogues.set(language, known);
  return known;
}

/** The part of a catalogue whose keys begin with a prefix, for the small content script. */
export const partOf = (strings: Strings, prefix: string): Record<string, string> =>
  Object.fromEntries(Object.entries(strings).filter(([key]) => key.startsWith(prefix)));
