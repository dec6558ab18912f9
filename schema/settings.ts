import { CountryCode } from './country-code.ts';
import { z } from './zod.ts';

/** `every` shows caution and danger, `danger` only danger, `quiet` shows nothing in pages. */
export const Loudness = z.enum(['every', 'danger', 'quiet']);
export type Loudness = z.infer<typeof Loudness>;

export const Settings = z.object({
  /** BCP 47 tag of a file in `locales/`; absent means the browser's language. */
  language: z.optional(z.string()),
  /** Reader's country for help; absent means unknown, and the international entries are shown. */
  country: z.optional(CountryCode),
  loudness: z._default(Loudness, 'every'),
  /** Neutral icon and name, for readers whose screen others see. */
  neutralLook: z._default(z.boolean(), false),
  /** Adapter ids the reader has switched off. */
  sitesOff: z._default(z.array(z.string()), []),
  welcomed: z._default(z.boolean(), false),
});
export type Settings = z.infer<typeof Settings>;
