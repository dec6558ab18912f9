/** What the banner shows: a verdict put into the reader's language, with help for their country. */
import { IndicatorType } from './listing.ts';
import { Level, Quote } from './verdict.ts';
import { z } from './zod.ts';

export const Sign = z.object({
  signal: z.string(),
  /** "The flight is paid for you" */
  label: z.string(),
  /** Why that matters, one or two short sentences. */
  why: z.string(),
  quotes: z.array(Quote),
});
export type Sign = z.infer<typeof Sign>;

export const HelpAction = z.object({
  id: z.string(),
  kind: z.enum(['call', 'open', 'write']),
  /** Name of the office in the reader's language where known, else as it calls itself. */
  name: z.string(),
  /** What the office does, from the catalogue ("Report a scam", "Check an agency's licence"). */
  purpose: z.string(),
  /** Phone number, https address or e-mail, as shown and copied. */
  value: z.string(),
  /** Day on which the contact was last seen, ISO 8601. */
  seen: z.optional(z.string()),
  hours: z.optional(z.string()),
});
export type HelpAction = z.infer<typeof HelpAction>;

export const Warning = z.object({
  /** `none` where the reader asked, or where the post itself asks whether an offer is real. */
  level: Level,
  scheme: z.string(),
  /** "Signs of a forced-scam-work lure" */
  headline: z.string(),
  /** One plain sentence on what such posts do. */
  summary: z.string(),
  /** Strongest first; empty only where a reader asked about a text without signs. */
  signs: z.array(Sign),
  /** What else should be known before one thinks ill of the post, each a sentence or two. */
  notes: z.array(z.string()),
  /** Steps in the order in which to take them. */
  steps: z.array(z.string()),
  help: z.array(HelpAction),
  /** Listed parties that the post names, in their normal form. */
  listed: z.optional(z.array(z.object({ type: IndicatorType, value: z.string() }))),
  /** Only a part of the post could be read. */
  partial: z.boolean(),
  rulesetVersion: z.string(),
});
export type Warning = z.infer<typeof Warning>;
