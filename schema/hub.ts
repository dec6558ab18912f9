/** What hub and extension say to each other. */
import { z } from './zod.ts';

/** What became of a report. `received` is also what a volunteer hears of a report in quarantine. */
export const ReportStatus = z.enum([
  'received',
  'under-review',
  'listed',
  'not-listed',
  'withdrawn',
]);
export type ReportStatus = z.infer<typeof ReportStatus>;

/** Why a case was decided as it was. Closed, so that each can be told in the reader's language. */
export const ReasonCode = z.enum([
  'confirmed-lure',
  'impersonation',
  'fee-demanded',
  'money-mule',
  'victim-statement',
  'authority-warning',
  'lawful-offer',
  'not-enough-evidence',
  'not-recruitment',
  'warning-or-news',
  'appeal-upheld',
]);
export type ReasonCode = z.infer<typeof ReasonCode>;

export const ReportOutcome = z.object({
  id: z.uuid(),
  status: ReportStatus,
  /** Why, once it is decided. */
  reason: z.optional(ReasonCode),
  receivedAt: z.iso.datetime(),
});
export type ReportOutcome = z.infer<typeof ReportOutcome>;

/** Answer to a report: it is on the disk. */
export const Receipt = z.object({ id: z.uuid(), receivedAt: z.iso.datetime() });
export type Receipt = z.infer<typeof Receipt>;

/** Everything of one volunteer key, newest first. */
export const Outcomes = z.object({ reports: z.array(ReportOutcome) });
export type Outcomes = z.infer<typeof Outcomes>;

/** Errors as RFC 9457 writes them (`application/problem+json`). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.optional(z.string()),
});
export type Problem = z.infer<typeof Problem>;

/** What a signature by the volunteer's key covers (RFC 9421). */
export const SIGNED_COMPONENTS = ['@method', '@target-uri', 'content-digest'] as const;
