/** What a listed party and the hub say to each other. */
import { Party } from './review.ts';
import { z } from './zod.ts';

/** How a party shows that it is the one that is listed. */
export const ProofKind = z.enum(['dns', 'mail', 'person']);
export type ProofKind = z.infer<typeof ProofKind>;

/** Ticket number, `A-7K3M9QXA`. */
export const Ticket = z.string().check(z.regex(/^A-[0-9A-HJKMNP-TV-Z]{8}$/));

export const AppealRequest = z.strictObject({
  ...Party.shape,
  /** Why the listing is wrong. */
  statement: z.string().check(z.trim(), z.minLength(20), z.maxLength(4_000)),
  /** Where to reach whoever appeals; only maintainers see it, until it is decided. */
  contact: z.optional(z.string().check(z.maxLength(200))),
  proof: ProofKind,
});
export type AppealRequest = z.infer<typeof AppealRequest>;

/** What everybody may know of an appeal. */
export const AppealStatus = z.object({
  ticket: Ticket,
  ...Party.shape,
  createdAt: z.iso.datetime(),
  /** Until when an answer is promised. */
  dueAt: z.iso.datetime(),
  proven: z.boolean(),
  state: z.enum(['open', 'upheld', 'denied']),
  answer: z.optional(z.string()),
});
export type AppealStatus = z.infer<typeof AppealStatus>;

export const AppealReceipt = z.object({
  ...AppealStatus.shape,
  /** Known to the one who appeals alone; shown once. */
  secret: z.string(),
  /** DNS record to publish, where that is the proof. */
  record: z.optional(z.object({ name: z.string(), type: z.literal('TXT'), value: z.string() })),
});
export type AppealReceipt = z.infer<typeof AppealReceipt>;

export const ProofRequest = z.strictObject({
  secret: z.string().check(z.maxLength(100)),
  /** The code that came by mail, where that is the proof. */
  code: z.optional(z.string().check(z.maxLength(100))),
});

/** An appeal as maintainers see it. */
export const AppealForReview = z.object({
  ...AppealStatus.shape,
  case: z.string(),
  statement: z.string(),
  contact: z.optional(z.string()),
  proof: ProofKind,
  /** To be mailed to the domain, where that is the proof. */
  code: z.optional(z.string()),
  overdue: z.boolean(),
  /** May the maintainer who asks decide it? Not who listed the party. */
  mayDecide: z.boolean(),
});
export type AppealForReview = z.infer<typeof AppealForReview>;

export const AppealAnswer = z.strictObject({
  outcome: z.enum(['upheld', 'denied']),
  answer: z.string().check(z.trim(), z.minLength(10), z.maxLength(2_000)),
});
export type AppealAnswer = z.infer<typeof AppealAnswer>;
