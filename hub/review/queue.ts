import type { CaseRow, CaseState, Queue } from '#schema/review.ts';
import { ApiError } from '../http/problem.ts';
import type { Db } from '../store/open.ts';
import type { CasesTable } from '../store/tables.ts';
import { burstsAmong } from './burst.ts';

const PAGE = 50;

/**
 * A page of the queue, the worst and widest first.
 * @param after where the page before it ended
 * @throws {ApiError} `invalid` for another `after`
 */
export async function queuePage(db: Db, state: CaseState, after?: string): Promise<Queue> {
  let query = db
    .selectFrom('cases')
    .selectAll()
    .where('state', '=', state)
    .orderBy('rank', 'desc')
    .orderBy('id')
    .limit(PAGE + 1);
  if (after !== undefined) {
    const [, rank, id] = /^(\d{1,9})-(C-\w{8})$/.exec(after) ?? [];
    if (rank === undefined || id === undefined) throw new ApiError('invalid', 'after');
    query = query.where(({ eb, or, and }) =>
      or([eb('rank', '<', Number(rank)), and([eb('rank', '=', Number(rank)), eb('id', '>', id)])]),
    );
  }
  const rows = await query.execute();
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const isMore = rows.length > PAGE && last !== undefined;
  const [proposed, bursts] = await Promise.all([proposedAmong(db, page), burstsAmong(db, page)]);
  return {
    cases: page.map((row) =>
      rowOf(row, { proposed: proposed.has(row.id), burst: bursts.has(row.id) }),
    ),
    ...(isMore ? { next: `${last.rank}-${last.id}` } : {}),
  };
}

async function proposedAmong(db: Db, cases: readonly CasesTable[]): Promise<Set<string>> {
  if (cases.length === 0) return new Set();
  const rows = await db
    .selectFrom('decisions')
    .select('case_id')
    .where('state', '=', 'proposed')
    .where(
      'case_id',
      'in',
      cases.map(({ id }) => id),
    )
    .execute();
  return new Set(rows.map(({ case_id }) => case_id));
}

export const rowOf = (row: CasesTable, more: Pick<CaseRow, 'proposed' | 'burst'>): CaseRow => ({
  id: row.id,
  title: row.title,
  scheme: row.scheme,
  level: row.level,
  harm: row.harm,
  reports: row.reports,
  volunteers: row.volunteers,
  networks: row.networks,
  openedAt: new Date(row.opened_at).toISOString(),
  lastAt: new Date(row.last_at).toISOString(),
  state: row.state,
  ...more,
});
