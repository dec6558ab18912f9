/** What maintainers edit under `rules/`, one schema a kind of file. Ids are the file's path stem. */
import { CountryCode } from './country-code.ts';
import { IndicatorType, Listing } from './listing.ts';
import { z } from './zod.ts';

/** Name of a rule: the stem of its path under `rules/`. */
export const Id = z.string().check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/));

/** `weak` never warns alone, whatever the weights; `strong` may reach caution alone. */
export const Strength = z.enum(['weak', 'moderate', 'strong']);
export type Strength = z.infer<typeof Strength>;

/** Names of the matchers bundled with the engine, for signals that are not phrases. */
export const MatcherName = z.enum([
  'pay-high',
  'pay-extreme',
  'pay-by-task',
  'age-band',
  'messenger-link',
  'free-mail',
  'short-link',
  'disguised-text',
  'place-compound',
  'place-hotspot',
  'place-destination',
  'place-transit',
  'text-model',
  'text-model-strong',
  'place-foreign',
  'listed-indicator',
  'listed-elsewhere',
]);
export type MatcherName = z.infer<typeof MatcherName>;

/** `rules/signals/<id>/signal.yaml` */
export const SignalSource = z.strictObject({
  /** The claim in one English sentence, for maintainers ("The employer pays the flight."). */
  says: z.string(),
  /** `sign` speaks for a scheme, `counter` against a warning. */
  kind: z.enum(['sign', 'counter']),
  strength: Strength,
  /** Bundled matchers that show this signal besides the phrases of the language files. */
  matchers: z.optional(z.array(MatcherName)),
  /** Oldest engine that understands this signal; an older one leaves it out. */
  minEngine: z.optional(z.number()),
});
export type SignalSource = z.infer<typeof SignalSource>;

/** `rules/schemes/<id>.yaml`: a scorecard over signals. */
export const SchemeSource = z.strictObject({
  says: z.string(),
  /** Harm, 1 to 10; between equal levels and like points the higher harm is shown. */
  harm: z.number(),
  /** Log odds of the scheme in a text without signs; with the points of a text, those of the text. */
  base: z.optional(z.number()),
  /**
   * Points a signal adds (or, for counter-signals, takes away) once, however often it is seen: log
   * odds, so that 2.3 points make the scheme ten times as likely. Learnt by `lurewatch fit`.
   */
  weights: z.record(Id, z.number()),
  /** Each group needs at least `atLeast` of its signals (default 1), else the level is `none`. */
  requires: z.array(z.strictObject({ anyOf: z.array(Id), atLeast: z.optional(z.number()) })),
  /** Extra points when all of the signals of a combination are seen together. */
  combos: z.optional(z.array(z.strictObject({ allOf: z.array(Id), points: z.number() }))),
  thresholds: z.strictObject({ caution: z.number(), danger: z.number() }),
  /** Oldest engine that understands this scheme; an older one leaves it out. */
  minEngine: z.optional(z.number()),
});
export type SchemeSource = z.infer<typeof SchemeSource>;

/** `rules/places/<country>.yaml` holds a list of these. */
export const PlaceSource = z.strictObject({
  id: Id,
  name: z.string(),
  country: CountryCode,
  type: z.enum(['compound', 'hotspot-town', 'transit', 'city', 'region', 'country']),
  /** Most mentions are ordinary (tourism, news): never counts without other signs. */
  ordinary: z.boolean(),
  /** Counts only where one of these kinds of context stands in the same post. */
  needsContext: z.optional(z.boolean()),
  aliases: z.record(z.string(), z.array(z.string())),
  source: z.string(),
  note: z.optional(z.string()),
});
export type PlaceSource = z.infer<typeof PlaceSource>;

/** `rules/pay/wages.yaml` holds a list of these; `rules/pay/currencies.yaml` the exchange rates. */
export const WageSource = z.strictObject({
  country: CountryCode,
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  monthly: z.number(),
  measure: z.string(),
  year: z.string(),
  source: z.string(),
});
export type WageSource = z.infer<typeof WageSource>;

/** One currency: value of one US dollar, and the words by which posts name it. */
export const CurrencySource = z.strictObject({
  code: z.string().check(z.regex(/^[A-Z]{3}$/)),
  perUsd: z.number(),
  /** Words and symbols, any language, matched case-insensitively next to a number. */
  words: z.array(z.string()),
  source: z.string(),
});
export type CurrencySource = z.infer<typeof CurrencySource>;

/** `rules/pay/amounts.yaml` holds a list of these: amounts written in words, one a language. */
export const AmountSource = z.strictObject({
  language: z.string(),
  /** Words for small numbers: "five" is 5. */
  numbers: z.record(z.string(), z.number()),
  /** Words for large ones: "thousand" is 1,000; a number and one of these make an amount. */
  units: z.record(z.string(), z.number()),
  /** The unit stands before the number, as in Swahili. */
  unitFirst: z.optional(z.boolean()),
});
export type AmountSource = z.infer<typeof AmountSource>;

/** `rules/pay/work.yaml` holds a list of these: work whose pay is high for a reason, one a language. */
export const WorkSource = z.strictObject({
  language: z.string(),
  /** Phrases for trades with a long schooling, and for those who lead: "engineer", 医生. */
  skilled: z.array(z.string()),
  /** Phrases that ask for years of practice. */
  experience: z.array(z.string()),
});
export type WorkSource = z.infer<typeof WorkSource>;

/** `rules/help/<country>.yaml` holds a list of these: whom to call, where to verify. */
export const HelpSource = z.strictObject({
  id: Id,
  country: CountryCode,
  kind: z.enum([
    'anti-scam',
    'anti-trafficking',
    'police',
    'consular',
    'report-online',
    'verify-agency',
    'verify-company',
    'verify-job-order',
  ]),
  name: z.string(),
  nameLocal: z.optional(z.string()),
  phone: z.optional(z.string()),
  sms: z.optional(z.string()),
  whatsapp: z.optional(z.string()),
  email: z.optional(z.string()),
  url: z.optional(z.string()),
  hours: z.optional(z.string()),
  note: z.optional(z.string()),
  source: z.string(),
  /** Day the contact was last seen on the source, ISO 8601. */
  seen: z.optional(z.string()),
  confidence: z.enum(['official', 'confirmed', 'one-page']),
  /** Stale or unconfirmed entries are kept for maintainers and never shown as a button. */
  stale: z.optional(z.boolean()),
});
export type HelpSource = z.infer<typeof HelpSource>;

/** `rules/indicators/<name>.yaml` holds a list of these: listed parties. */
export const IndicatorSource = z.strictObject({
  type: IndicatorType,
  value: z.string(),
  reason: Listing.shape.reason,
  date: Listing.shape.date,
  case: Listing.shape.case,
  expires: Listing.shape.expires,
});
export type IndicatorSource = z.infer<typeof IndicatorSource>;

/** `rules/lists/sources.yaml` holds a list of these: lists of others, each with its file of parties. */
export const ListSource = z.strictObject({
  /** `rules/lists/<id>.txt` holds the parties. */
  id: Id,
  /** As its makers call it; the reader is told this name. */
  name: Listing.shape.source,
  /** What its entries are listed for, for the reader; in English. */
  reason: Listing.shape.reason,
  url: z.url(),
  /** SPDX id. */
  licence: z.string().check(z.minLength(1)),
  /** Days on which the list was taken over and from which it is no longer believed: ISO 8601. */
  retrieved: Listing.shape.date,
  expires: Listing.shape.expires,
});
export type ListSource = z.infer<typeof ListSource>;
