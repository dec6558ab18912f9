/** When to look for new rules. Pure: time and chance are arguments. */

/** Name of the alarm at which the rules are looked for. */
export const UPDATE_ALARM = 'rules';

const MINUTE = 60_000;
/** Rules that maintainers publish are to be everywhere within 15 minutes (design, section 8). */
export const DEFAULT_CHECK_MINUTES = 10;
/** Longest wait after failures: a network that comes back is used the same morning. */
const LONGEST_MINUTES = 6 * 60;
/** Installations that started together drift apart, so that no mirror is asked by all at once. */
const JITTER = 0.2;

/**
 * Milliseconds until the next check: the interval, doubled with every failure in a row.
 * @param failures checks since the last one that succeeded
 * @param chance a random number in [0, 1)
 */
export function delayOf(checkMinutes: number, failures: number, chance: number): number {
  const longest = Math.max(checkMinutes, LONGEST_MINUTES);
  const minutes = Math.min(longest, checkMinutes * 2 ** Math.min(failures, 20));
  return Math.round(minutes * MINUTE * (1 - JITTER + 2 * JITTER * chance));
}
