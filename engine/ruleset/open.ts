import type { Adapter } from '#schema/adapter.ts';
import type { Listing } from '#schema/listing.ts';
import type { HelpSource, MatcherName, SchemeSource } from '#schema/rules.ts';
import type { Release } from '#schema/ruleset.ts';
import type { CurrencyWords } from '../extract/money.ts';
import { WordTable } from '../extract/words.ts';
import { IndicatorTable } from '../indicators/table.ts';
import { BundleError } from '../phrases/errors.ts';
import { openPhrases } from '../phrases/open.ts';
import type { Phrases } from '../phrases/scan.ts';
import { WordingModel } from '../wording/model.ts';
import { SECTIONS, type Section, Sections } from './layout.ts';
import type { PayTables, PlaceEntry, Ruleset, SignalEntry } from './types.ts';

/** What the reader's clock has to say; the engine has none. */
export interface OpenOptions {
  /** ISO 8601 day for which listings must hold; absent means that of the release. */
  readonly day?: string;
  /** False where the ruleset is too old to name anybody: it has no listed parties then. */
  readonly named?: boolean;
}

/**
 * Opens a compiled ruleset without parsing it: tables are decoded when first used. Bytes that
 * `compileRuleset` did not write give a `BundleError`, at once or from the damaged table.
 */
export function openRuleset(bytes: ArrayBuffer | Uint8Array, options: OpenOptions = {}): Ruleset {
  const sections = new Sections(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes));
  return new OpenRuleset(sections, options);
}

/** Reads every byte once; to be called before a ruleset is kept, not at each start. */
export function verifyRuleset(bytes: ArrayBuffer | Uint8Array): void {
  const sections = new Sections(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes));
  for (const section of SECTIONS) sections.checked(section);
}

class OpenRuleset implements Ruleset {
  readonly release: Release;
  readonly phrases: Phrases;
  readonly #sections: Sections;
  readonly #options: OpenOptions;
  readonly #decoded = new Map<string, unknown>();

  constructor(sections: Sections, options: OpenOptions) {
    this.#sections = sections;
    this.#options = options;
    this.release = this.#table<Release>('release');
    this.phrases = openPhrases(sections.raw('phrases'));
  }

  get version(): string {
    return this.release.version;
  }
  get signals() {
    return this.#table<SignalEntry[]>('signals');
  }
  get signalsOf() {
    return this.#once('signalsOf', () => {
      const ids = new Map<MatcherName, string[]>();
      for (const { id, matchers = [] } of this.signals)
        for (const matcher of matchers) ids.set(matcher, [...(ids.get(matcher) ?? []), id]);
      return ids;
    });
  }
  get places() {
    return this.#table<PlaceEntry[]>('places');
  }
  get schemes() {
    return this.#table<Record<string, SchemeSource>>('schemes');
  }
  get pay() {
    return this.#table<PayTables>('pay');
  }
  get help() {
    return this.#table<HelpSource[]>('help');
  }
  get sites() {
    return this.#table<Adapter[]>('sites');
  }
  get wording(): WordingModel {
    return this.#once('wordingModel', () => new WordingModel(this.#sections.raw('wording')));
  }
  get currencyWords(): CurrencyWords {
    return this.#once(
      'currencyWords',
      () =>
        new WordTable(() =>
          this.pay.currencies.flatMap(({ code, words }) =>
            [code, ...words].map((word) => [word, code] as const),
          ),
        ),
    );
  }
  get indicators(): IndicatorTable {
    return this.#once('table', () => {
      const { day = this.release.date, named = true } = this.#options;
      const none = new Uint8Array();
      return named
        ? new IndicatorTable(
            this.#sections.raw('indicators'),
            this.#sections.raw('owners'),
            this.#table<Listing[]>('listings'),
            day,
          )
        : new IndicatorTable(none, none, [], day);
    });
  }

  #table<T>(section: Section): T {
    return this.#once(section, () => {
      const text = new TextDecoder().decode(this.#sections.checked(section));
      try {
        return JSON.parse(text) as T;
      } catch {
        throw new BundleError(`unreadable section ${section}`);
      }
    });
  }

  #once<T>(name: string, make: () => T): T {
    if (!this.#decoded.has(name)) this.#decoded.set(name, make());
    return this.#decoded.get(name) as T;
  }
}
