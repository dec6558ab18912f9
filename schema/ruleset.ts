/** The whole ruleset as text, gathered from `rules/` by the command line; what is signed and shipped. */
import { Adapter } from './adapter.ts';
import {
  AmountSource,
  CurrencySource,
  HelpSource,
  IndicatorSource,
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

/** Language of a phrase file: BCP 47, `zh` for both scripts, `xx` for any language. */
const Language = z.string();

export const RulesetSource = z.strictObject({
  /** First 12 hexadecimal digits of the content's SHA-256: the same rules, the same version. */
  version: z.string(),
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
  indicators: z.array(IndicatorSource),
  wording: z.optional(WordingSource),
});
export type RulesetSource = z.infer<typeof RulesetSource>;
