/** When to try again, and when to ask what became of a report. Pure; times in milliseconds. */
import type { QueuedReport } from '#schema/report.ts';

/** Name of the alarm at which reports are delivered. */
export const DELIVERY_ALARM = 'reports';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** First and longest wait after an attempt that failed. */
const FIRST = MINUTE;
const LONGEST = 6 * HOUR;
/** Shortest and longest time between two questions: reviewers take hours or days. */
const SOONEST = 15 * MINUTE;
const LATEST = 24 * HOUR;
/** Share of its age after which an undecided report is asked for again. */
const SHARE = 0.1;
/** A hub that has not decided in this time is not asked any more. */
const FORGOTTEN = 365 * 24 * HOUR;

/**
 * Wait before the next attempt.
 * @param tries attempts that failed, this one included
 * @param random from 0 to 1, so that a hub that comes back is not met by all at once
 */
export const backoff = (tries: number, random: number): number =>
  Math.min(LONGEST, FIRST * 2 ** Math.min(tries - 1, 20)) * (0.75 + random / 2);

/** When the hub is next asked for outcomes; `undefined` where no report waits for one. */
export function nextQuestion(
  reports: readonly QueuedReport[],
  lastAsked: number,
  now: number,
): number | undefined {
  const open = reports
    .filter(({ state }) => state === 'received' || state === 'under-review')
    .map(({ consentedAt }) => now - Date.parse(consentedAt))
    .filter((age) => age < FORGOTTEN);
  if (open.length === 0) return undefined;
  const wait = Math.min(LATEST, Math.max(SOONEST, Math.min(...open) * SHARE));
  return lastAsked + wait;
}
