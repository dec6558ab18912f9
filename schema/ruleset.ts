/** The whole ruleset as text, gathered from `rules/` by the command line; what is signed and shipped. */
import { Adapter } from './adapter.ts';
import { IndicatorType, Listing } from './listing.ts';
import {
  AmountSource,
  CurrencySource,
  HelpSource,
  PlaceSource,
  SchemeSource,
  SignalSource,
  WageSource,
  WorkSource,
} from './rules.ts';
import { z } from './zod.ts';

/** `rules/wording/model.yaml`: the text model that `lurewatch fit` learns. */
export const WordingSource = z.strictObject({
  /** Log odds of a text without n-grams. */
  bias: z.number(),
  /** What one unit of a weight is worth. */
  step: z.number(),
  /** Scores from which on a wording is like that of lures, and very much so. */
  alike: z.number(),
  strong: z.number(),
  /** One signed byte a bucket, as base64. */
  weights: z.string(),
});
export type WordingSource = z.infer<typeof WordingSource>;

/** `rules/release.yaml`: which edition of the rules this is. */
export const ReleaseSource = z.strictObject({
  /** Grows with every publication: a lower one never replaces a higher one. */
  serial: z.number().check(z.int(), z.nonnegative()),
  /** Day of the publication, ISO 8601. */
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  /** Oldest engine that can use these rules at all; absent means any. */
  minEngine: z.optional(z.number().check(z.int(), z.nonnegative())),
});
export type ReleaseSource = z.infer<typeof ReleaseSource>;

export const Release = z.strictObject({
  ...ReleaseSource.shape,
  minEngine: z.number().check(z.int(), z.nonnegative()),
  /** First 12 hexadecimal digits of the SHA-256 of the text of the rules without its first line. */
  version: z.string(),
});
export type Release = z.infer<typeof Release>;

/** `rules/cases.yaml`: what a ruleset must make of a text before it replaces another. */
export const SelfTest = z.strictObject({
  text: z.string(),
  /** Absent: no warning, at any level. */
  scheme: z.optional(z.string()),
});
export type SelfTest = z.infer<typeof SelfTest>;

/** Everything that is listed, as the text of the indicators holds it. */
export const IndicatorsSource = z.strictObject({
  /** Part of every hash; the publisher chooses it so that no name of weight is hit. */
  salt: z.number().check(z.int(), z.nonnegative(), z.maximum(0xffffffff)),
  /** By id: one to eight letters and digits. */
  listings: z.record(z.string().check(z.regex(/^[a-z0-9]{1,8}$/)), Listing),
  /** Values in their normal form. */
  entries: z.array(z.strictObject({ listing: z.string(), type: IndicatorType, value: z.string() })),
});
export type IndicatorsSource = z.infer<typeof IndicatorsSource>;

/** Language of a phrase file: BCP 47, `zh` for both scripts, `xx` for any language. */
const Language = z.string();

export const RulesetSource = z.strictObject({
  release: Release,
  signals: z.record(
    z.string(),
    z.strictObject({
      ...SignalSource.shape,
      /** Phrase lines by language, in the syntax of `docs/rule-authors.md`. */
      phrases: z.record(Language, z.array(z.string())),
    }),
  ),
  schemes: z.record(z.string(), SchemeSource),
  places: z.array(PlaceSource),
  wages: z.array(WageSource),
  currencies: z.array(CurrencySource),
  amounts: z.array(AmountSource),
  work: z.array(WorkSource),
  help: z.array(HelpSource),
  sites: z.array(Adapter),
  cases: z.array(SelfTest),
  indicators: IndicatorsSource,
  wording: z.optional(WordingSource),
});
export type RulesetSource = z.infer<typeof RulesetSource>;
