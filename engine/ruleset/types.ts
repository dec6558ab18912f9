import type { Adapter } from '#schema/adapter.ts';
import type {
  CurrencySource,
  HelpSource,
  MatcherName,
  PlaceSource,
  SchemeSource,
  SignalSource,
  WageSource,
} from '#schema/rules.ts';
import type { Release } from '#schema/ruleset.ts';
import type { CurrencyWords } from '../extract/money.ts';
import type { IndicatorTable } from '../indicators/table.ts';
import type { Phrases } from '../phrases/scan.ts';
import type { WordingModel } from '../wording/model.ts';

/** A signal as the engine knows it; its phrases are in the automaton. */
export type SignalEntry = Pick<SignalSource, 'kind' | 'strength' | 'matchers'> & {
  id: string;
};
/** A place of the gazetteer; its names are in the automaton. */
export type PlaceEntry = Pick<PlaceSource, 'id' | 'country' | 'type' | 'ordinary' | 'needsContext'>;
/** Yardsticks for pay. */
export type PayTables = {
  wages: WageSource[];
  currencies: CurrencySource[];
  /** Values of the amounts in words; their words are in the automaton. */
  amounts: number[];
};

/** A compiled ruleset, opened. Tables are decoded when they are first asked for. */
export type Ruleset = {
  readonly release: Release;
  /** The release's version, for verdicts. */
  readonly version: string;
  /**
   * Phrases of all signals, names of all places, amounts: a value is an index into the three
   * lists; the two values behind them are skilled work and wanted experience.
   */
  readonly phrases: Phrases;
  readonly signals: readonly SignalEntry[];
  /** Ids of the signals that name a bundled matcher. */
  readonly signalsOf: ReadonlyMap<MatcherName, readonly string[]>;
  readonly wording: WordingModel;
  readonly places: readonly PlaceEntry[];
  readonly schemes: Readonly<Record<string, SchemeSource>>;
  readonly pay: Readonly<PayTables>;
  readonly currencyWords: CurrencyWords;
  readonly indicators: IndicatorTable;
  readonly help: readonly HelpSource[];
  readonly sites: readonly Adapter[];
};
