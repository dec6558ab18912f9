/** The whole ruleset as text, gathered from `rules/` by the command line; what is signed and shipped. */
import { Adapter } from './adapter.ts';
import {
  CurrencySource,
  HelpSource,
  IndicatorSource,
  PlaceSource,
  SchemeSource,
  SignalSource,
  WageSource,
} from './rules.ts';
import { z } from './zod.ts';

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
  help: z.array(HelpSource),
  sites: z.array(Adapter),
  indicators: z.array(IndicatorSource),
});
export type RulesetSource = z.infer<typeof RulesetSource>;
