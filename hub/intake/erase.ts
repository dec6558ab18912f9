/** Takes back what a report held: at the wish of its volunteer, or of a person whom it names. */
import { ReportDraft } from '#schema/report.ts';
import type { Analysis } from '../cases/analysis.ts';
import type { Analyst } from '../cases/analyst.ts';
import { isoDay } from '../clock.ts';
import type { Store } from '../store/open.ts';
import { type Tx, transact } from '../store/transact.ts';
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
      await leaveCase(tx, erased.case_id, report.received_at, analysis, sample);
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

/** Takes a report's share out of its case; what only this report named is gone. */
async function leaveCase(
  tx: Tx,
  caseId: string,
  at: number,
  { id, mentions }: Analysis,
  other: Analysis | undefined,
): Promise<void> {
  for (const { type, value } of mentions)
    await tx
      .updateTable('mentions')
      .set(({ eb }) => ({ reports: eb('reports', '-', 1) }))
      .where('case_id', '=', caseId)
      .where('type', '=', type)
      .where('value', '=', value)
      .execute();
  await tx.deleteFrom('mentions').where('case_id', '=', caseId).where('reports', '<=', 0).execute();
  await tx
    .updateTable('case_days')
    .set(({ eb }) => ({ reports: eb('reports', '-', 1) }))
    .where('case_id', '=', caseId)
    .where('day', '=', isoDay(at))
    .execute();
  const { reports, sample, state } = await tx
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  const isEmpty = reports <= 1;
  await tx
    .updateTable('cases')
    .set({
      reports: Math.max(0, reports - 1),
      ...(sample === id ? { sample: other?.id ?? null, title: other?.title ?? '' } : {}),
      state: isEmpty && state === 'open' ? 'withdrawn' : state,
    })
    .where('id', '=', caseId)
    .execute();
  if (!isEmpty) return;
  const sketches = tx.selectFrom('sketches').select('id').where('case_id', '=', caseId);
  await tx.deleteFrom('bands').where('sketch_id', 'in', sketches).execute();
  await tx.deleteFrom('sketches').where('case_id', '=', caseId).execute();
}
