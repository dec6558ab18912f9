import { IndicatorType, Listing } from './listing.ts';
import { z } from './zod.ts';

export const Level = z.enum(['none', 'caution', 'danger']);
export type Level = z.infer<typeof Level>;

/** Fields of a post in which a quote can stand; `links` quotes one link, see `Quote.index`. */
export const QuoteField = z.enum(['title', 'text', 'author', 'company', 'place', 'pay', 'links']);
export type QuoteField = z.infer<typeof QuoteField>;

/** Words of the post that show a signal: UTF-16 offsets into the field as it was handed over. */
export const Quote = z.object({
  field: QuoteField,
  /** Which link; only with `field: 'links'`. */
  index: z.optional(z.number()),
  start: z.number(),
  end: z.number(),
  text: z.string(),
});
export type Quote = z.infer<typeof Quote>;

/** A signal seen in a post, with every quote that shows it, and its weight in the scheme named. */
export const Finding = z.object({
  signal: z.string(),
  quotes: z.array(Quote),
  /** Points in the verdict's scheme; negative for a counter-signal, 0 where it does not count. */
  weight: z.number(),
});
export type Finding = z.infer<typeof Finding>;

/** A party on a list that the post names: where, and who listed it, when and why. */
export const ListedParty = z.object({
  quote: Quote,
  type: IndicatorType,
  /** What is listed, in its normal form: for a host the listed domain above it. */
  value: z.string(),
  listing: Listing,
});
export type ListedParty = z.infer<typeof ListedParty>;

export const Verdict = z.object({
  level: Level,
  /** The worst scheme reached; absent when the level is `none`, unless the text is a question. */
  scheme: z.optional(z.string()),
  /** The text asks whether an offer is real; the scheme is that of the offer. */
  question: z.optional(z.boolean()),
  /** Points of that scheme (of the highest-scoring one when the level is `none`). */
  score: z.number(),
  findings: z.array(Finding),
  /** Absent where no listed party is named. */
  listed: z.optional(z.array(ListedParty)),
  rulesetVersion: z.string(),
});
export type Verdict = z.infer<typeof Verdict>;
