/** For whom a verdict is put into words. */
import type { Profile } from '#platform/profile.ts';
import type { Strings } from '#platform/translate.ts';
import type { HelpSource } from '#schema/rules.ts';

export interface Reader {
  readonly ruleset: { readonly help: readonly HelpSource[] };
  readonly strings: Strings;
  readonly language: string;
  /** Absent means unknown: international help is shown. */
  readonly country?: string | undefined;
}

/** The reader whose settings these are. */
export const readerOf = ({ settings, catalogue }: Profile, ruleset: Reader['ruleset']): Reader => ({
  ruleset,
  strings: catalogue.strings,
  language: catalogue.language,
  country: settings.country,
});
