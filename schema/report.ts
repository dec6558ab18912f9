import { Post } from './post.ts';
import { z } from './zod.ts';

/** Parts of a post that a report may hold, each removable before it is kept. */
export const ReportDraft = z.object({
  /** Idempotency key (UUID v4): the same report is never counted twice. */
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  post: Post,
  /** Scheme the volunteer chose. */
  scheme: z.string(),
  level: z.string(),
  /** What the volunteer lived through, if anything. */
  contact: z.enum(['none', 'contacted', 'applied', 'knows-someone']),
  note: z.optional(z.string().check(z.maxLength(2_000))),
  rulesetVersion: z.string(),
});
export type ReportDraft = z.infer<typeof ReportDraft>;

/** A report in the local queue. Delivery states follow with the hub. */
export const QueuedReport = z.object({
  ...ReportDraft.shape,
  state: z.enum(['waiting', 'withdrawn']),
  consentedAt: z.iso.datetime(),
});
export type QueuedReport = z.infer<typeof QueuedReport>;
