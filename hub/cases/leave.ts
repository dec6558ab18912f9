/** Takes reports' share out of their case; what only they named is gone. */
import { isoDay } from '../clock.ts';
import type { Tx } from '../store/transact.ts';
import type { Analysis } from './analysis.ts';

export interface Leaving {
  readonly at: number;
  readonly analysis: Analysis;
}

/**
 * @param sample a report that stays and can stand for the case, in place of one that leaves
 */
export async function leaveCase(
  tx: Tx,
  caseId: string,
  leaving: readonly Leaving[],
  sample: Analysis | undefined,
): Promise<void> {
  for (const { at, analysis } of leaving) {
    for (const { type, value } of analysis.mentions)
      await tx
        .updateTable('mentions')
        .set(({ eb }) => ({ reports: eb('reports', '-', 1) }))
        .where('case_id', '=', caseId)
        .where('type', '=', type)
        .where('value', '=', value)
        .execute();
    await tx
      .updateTable('case_days')
      .set(({ eb }) => ({ reports: eb('reports', '-', 1) }))
      .where('case_id', '=', caseId)
      .where('day', '=', isoDay(at))
      .execute();
  }
  await tx.deleteFrom('mentions').where('case_id', '=', caseId).where('reports', '<=', 0).execute();
  const before = await tx
    .selectFrom('cases')
    .select(['reports', 'sample', 'state'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  const isEmpty = before.reports <= leaving.length;
  const losesSample = leaving.some(({ analysis }) => analysis.id === before.sample);
  await tx
    .updateTable('cases')
    .set({
      reports: Math.max(0, before.reports - leaving.length),
      ...(losesSample ? { sample: sample?.id ?? null, title: sample?.title ?? '' } : {}),
      ...(isEmpty && before.state === 'open' ? { state: 'withdrawn' as const } : {}),
    })
    .where('id', '=', caseId)
    .execute();
  if (isEmpty) await forgetSketches(tx, caseId);
}

async function forgetSketches(tx: Tx, caseId: string): Promise<void> {
  const sketches = tx.selectFrom('sketches').select('id').where('case_id', '=', caseId);
  await tx.deleteFrom('bands').where('sketch_id', 'in', sketches).execute();
  await tx.deleteFrom('sketches').where('case_id', '=', caseId).execute();
}
