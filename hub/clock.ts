/** Days and weeks as the tables write them, in UTC. */

const DAY_MS = 86_400_000;

/** ISO 8601 day of a time. */
export const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** ISO 8601 week of a time, `2026-W48`. */
export function isoWeek(time: number): string {
  // A week belongs to the year of its Thursday.
  const day = new Date(time).getUTCDay() || 7;
  const thursday = new Date(time + (4 - day) * DAY_MS);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - first) / (7 * DAY_MS)) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}
