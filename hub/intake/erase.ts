/** Takes back what a report held: at the wish of its volunteer, or of a person whom it names. */
import { ReportDraft } from '#schema/report.ts';
import type { Analysis } from '../cases/analysis.ts';
import type { Analyst } from '../cases/analyst.ts';
import { leaveCase } from '../cases/leave.ts';
import type { Store } from '../store/open.ts';
import { transact } from '../store/transact.ts';
import { ERASED } from './keep.ts';

/**
 * Erases a report; its id stays, so that a copy on its way does not bring it back.
 * @param volunteer whose report it has to be; undefined for a maintainer
 * @returns false where there is no such report
 */
export async function eraseReport(
  store: Store,
  analyst: Analyst,
  id: string,
  volunteer: string | undefined,
): Promise<boolean> {
  const report = await store.db
    .selectFrom('reports')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!report || (volunteer !== undefined && report.volunteer !== volunteer)) return false;
  if (report.content === null) return true;
  // Read outside the transaction: what a report holds never changes, it only goes.
  const analysis = await analyst.analyse(ReportDraft.parse(JSON.parse(report.content)));
  const sample = await otherSample(store, analyst, report.case_id, id);
  await transact(store, async (tx) => {
    const erased = await tx
      .updateTable('reports')
      .set({ content: null, network: null, digest: ERASED, state: 'erased' })
      .where('id', '=', id)
      .where('content', 'is not', null)
      .returning('case_id')
      .executeTakeFirst();
    if (erased && erased.case_id !== null)
      await leaveCase(tx, erased.case_id, [{ at: report.received_at, analysis }], sample);
  });
  return true;
}

/** Another report that can stand for the case. */
async function otherSample(
  { db }: Store,
  analyst: Analyst,
  caseId: string | null,
  id: string,
): Promise<Analysis | undefined> {
  if (caseId === null) return undefined;
  const row = await db
    .selectFrom('reports')
    .select('content')
    .where('case_id', '=', caseId)
    .where('id', '!=', id)
    .where('content', 'is not', null)
    .orderBy('received_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && analyst.analyse(ReportDraft.parse(JSON.parse(row.content!)));
}
