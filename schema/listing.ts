/** A party that is listed: what kind of indicator it is, and what is said of it. */
import { z } from './zod.ts';

/** Kinds of party that can be listed. */
export const IndicatorType = z.enum([
  'domain',
  'url',
  'telegram',
  'whatsapp',
  'line',
  'wechat',
  'zalo',
  'phone',
  'email',
  'wallet',
]);
export type IndicatorType = z.infer<typeof IndicatorType>;

const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** `source` of a listing that two maintainers of Lurewatch have decided. */
export const OWN_SOURCE = 'maintainers';

/** Why parties are listed, and by whom. */
export const Listing = z.strictObject({
  /** `OWN_SOURCE`, or the name of the imported list. */
  source: z.string().check(z.minLength(1), z.maxLength(60)),
  reason: z.string().check(z.minLength(1), z.maxLength(400)),
  case: z.string().check(z.maxLength(100)),
  /** Day of the decision, and the day until which it holds: ISO 8601. */
  date: Day,
  expires: Day,
});
export type Listing = z.infer<typeof Listing>;
