/** Many reports in one day: an alarm for people, which decides nothing. */
import { isoDay } from '../clock.ts';
import type { Db } from '../store/open.ts';
import type { CasesTable } from '../store/tables.ts';

/** Reports of one day, and times the usual, from which people look for a campaign. */
const BURST = { atLeast: 20, times: 3 };
/** Days before it that tell what is usual. */
const USUAL_DAYS = 14;
const DAY_MS = 86_400_000;

/** @param days those on which reports came, oldest first */
export function isBurst(days: readonly { readonly reports: number }[]): boolean {
  const last = days.at(-1);
  if (!last || last.reports < BURST.atLeast) return false;
  const before = days.slice(-USUAL_DAYS - 1, -1);
  const usual = before.reduce((sum, { reports }) => sum + reports, 0) / Math.max(1, before.length);
  return last.reports >= BURST.times * usual;
}

/** Which of the cases had a burst on the last day on which a report of theirs came. */
export async function burstsAmong(db: Db, cases: readonly CasesTable[]): Promise<Set<string>> {
  const large = cases.filter(({ reports }) => reports >= BURST.atLeast);
  if (large.length === 0) return new Set();
  const first = Math.min(...large.map(({ last_at }) => last_at)) - 4 * USUAL_DAYS * DAY_MS;
  const rows = await db
    .selectFrom('case_days')
    .select(['case_id', 'day', 'reports'])
    .where(
      'case_id',
      'in',
      large.map(({ id }) => id),
    )
    .where('day', '>=', isoDay(first))
    .orderBy('day')
    .execute();
  const days = Map.groupBy(rows, ({ case_id }) => case_id);
  return new Set(large.flatMap(({ id }) => (isBurst(days.get(id) ?? []) ? [id] : [])));
}
