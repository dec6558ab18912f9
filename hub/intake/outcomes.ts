import { ReasonCode, type ReportOutcome } from '#schema/hub.ts';
import type { Store } from '../store/open.ts';

/** Reports of one volunteer that are told of, the newest. */
const MOST = 200;

/**
 * What became of a volunteer's reports, newest first. One in quarantine is `received` like any
 * other: who floods the hub does not learn when to stop.
 */
export async function outcomesOf({ db }: Store, volunteer: string): Promise<ReportOutcome[]> {
  const rows = await db
    .selectFrom('reports')
    .leftJoin('cases', 'cases.id', 'reports.case_id')
    .select([
      'reports.id',
      'reports.received_at',
      'reports.state',
      'cases.state as case_state',
      'cases.reason',
      'cases.reviewed_at',
    ])
    .where('reports.volunteer', '=', volunteer)
    .orderBy('reports.received_at', 'desc')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ...statusOf(row),
    receivedAt: new Date(row.received_at).toISOString(),
  }));
}

interface Row {
  readonly state: string;
  readonly case_state: string | null;
  readonly reason: string | null;
  readonly reviewed_at: number | null;
}

function statusOf(row: Row): Pick<ReportOutcome, 'status' | 'reason'> {
  const { state, case_state, reason, reviewed_at } = row;
  if (state === 'erased') return { status: 'withdrawn' };
  if (case_state === 'listed' || case_state === 'not-listed')
    return { status: case_state, ...(reason === null ? {} : { reason: ReasonCode.parse(reason) }) };
  return { status: reviewed_at === null ? 'received' : 'under-review' };
}
