/** Reports as volunteers see, keep and send them; the hub takes exactly what stands here. */
import { ReasonCode } from './hub.ts';
import { MAX_FIELD } from './limits.ts';
import { Post } from './post.ts';
import { Level } from './verdict.ts';
import { z } from './zod.ts';

/** Bounds of a report: a lure is a page of text, and the hub reads what strangers send. */
export const MAX_REPORT_TEXT = 20_000;
export const MAX_REPORT_LINKS = 50;
export const MAX_REPORT_URL = 2_048;

const Url = z.string().check(z.maxLength(MAX_REPORT_URL));

/** The parts of a post that a report may hold, each removable before it is kept. */
export const ReportedPost = z.strictObject({
  ...Post.shape,
  site: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  url: Url,
  text: z.string().check(z.maxLength(MAX_REPORT_TEXT)),
  links: z.array(Url).check(z.maxLength(MAX_REPORT_LINKS)),
});
export type ReportedPost = z.infer<typeof ReportedPost>;

export const ReportDraft = z.strictObject({
  /** Idempotency key (UUID): the same report is never counted twice. */
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  post: ReportedPost,
  /** Scheme the volunteer chose: an id of the rules, `unsure`, or nothing. */
  scheme: z.string().check(z.regex(/^[a-z][a-z-]{0,39}$|^$/)),
  level: Level,
  /** What the volunteer lived through, if anything. */
  contact: z.enum(['none', 'contacted', 'applied', 'knows-someone']),
  note: z.optional(z.string().check(z.maxLength(MAX_FIELD))),
  rulesetVersion: z.string().check(z.maxLength(64)),
});
export type ReportDraft = z.infer<typeof ReportDraft>;

/**
 * `waiting` for the hub, then what the hub says of it. `withdrawing` until the hub has erased it,
 * `refused` where it can't be taken as it is: then it stays here whole.
 */
export const ReportState = z.enum([
  'waiting',
  'received',
  'under-review',
  'listed',
  'not-listed',
  'refused',
  'withdrawing',
  'withdrawn',
]);
export type ReportState = z.infer<typeof ReportState>;

/** A report in the local queue. */
export const QueuedReport = z.strictObject({
  ...ReportDraft.shape,
  state: ReportState,
  consentedAt: z.iso.datetime(),
  /** Why it was not listed. */
  reason: z.optional(ReasonCode),
  /** Attempts that failed since the last one that did not, and when to try again. */
  tries: z._default(z.number(), 0),
  nextTry: z.optional(z.iso.datetime()),
});
export type QueuedReport = z.infer<typeof QueuedReport>;
