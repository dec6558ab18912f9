/** Cases that people put together or take apart. */
import { ReportDraft } from '#schema/report.ts';
import { type Analysis, analyse } from '../cases/analysis.ts';
import { newCaseId } from '../cases/id.ts';
import { join } from '../cases/join.ts';
import { leaveCase } from '../cases/leave.ts';
import { openCases } from '../cases/open.ts';
import { rankOf } from '../cases/rank.ts';
import { ApiError } from '../http/problem.ts';
import type { Tx } from '../store/transact.ts';

/** Most reports that one press moves. */
const MOST = 2_000;

/** Puts a case into another one. */
export async function mergeCases(tx: Tx, from: string, into: string): Promise<void> {
  const [source, target] = await Promise.all([oneCase(tx, from), oneCase(tx, into)]);
  if (target.state === 'merged') throw new ApiError('refused', `${into} is part of another case`);
  await tx.updateTable('reports').set({ case_id: into }).where('case_id', '=', from).execute();
  await tx.updateTable('sketches').set({ case_id: into }).where('case_id', '=', from).execute();
  await tx.updateTable('listings').set({ case_id: into }).where('case_id', '=', from).execute();
  const mentions = await tx
    .deleteFrom('mentions')
    .where('case_id', '=', from)
    .returningAll()
    .execute();
  for (const mention of mentions)
    await tx
      .insertInto('mentions')
      .values({ ...mention, case_id: into })
      .onConflict((conflict) =>
        conflict.columns(['case_id', 'type', 'value']).doUpdateSet(({ eb }) => ({
          reports: eb('mentions.reports', '+', mention.reports),
        })),
      )
      .execute();
  const days = await tx
    .deleteFrom('case_days')
    .where('case_id', '=', from)
    .returningAll()
    .execute();
  for (const day of days)
    await tx
      .insertInto('case_days')
      .values({ ...day, case_id: into })
      .onConflict((conflict) =>
        conflict.columns(['case_id', 'day']).doUpdateSet(({ eb }) => ({
          reports: eb('case_days.reports', '+', day.reports),
        })),
      )
      .execute();
  const sources = await tx
    .deleteFrom('case_sources')
    .where('case_id', '=', from)
    .returningAll()
    .execute();
  for (const row of sources)
    await tx
      .insertInto('case_sources')
      .values({ ...row, case_id: into })
      .onConflict((conflict) => conflict.columns(['case_id', 'kind', 'source']).doNothing())
      .execute();
  const { volunteers, networks } = await countSources(tx, into);
  await tx
    .updateTable('cases')
    .set({
      reports: target.reports + source.reports,
      volunteers,
      networks,
      last_at: Math.max(target.last_at, source.last_at),
      harm: Math.max(target.harm, source.harm),
      rank: rankOf(Math.max(target.harm, source.harm), volunteers, networks),
      version: target.version + 1,
    })
    .where('id', '=', into)
    .execute();
  await tx
    .updateTable('cases')
    .set({ state: 'merged', merged_into: into, reports: 0 })
    .where('id', '=', from)
    .execute();
}

/** Makes a case of the reports that name an employer. @returns its id */
export async function splitCase(
  tx: Tx,
  caseId: string,
  company: string,
  now: number,
): Promise<string> {
  const before = await oneCase(tx, caseId);
  const rows = await tx
    .selectFrom('reports')
    .select(['id', 'volunteer', 'network', 'received_at', 'content'])
    .where('case_id', '=', caseId)
    .where('content', 'is not', null)
    .orderBy('received_at')
    .limit(MOST)
    .execute();
  const read = rows.map((row) => {
    const draft = ReportDraft.parse(JSON.parse(row.content!));
    return { ...row, draft, analysis: analyse(draft) };
  });
  const isTheirs = ({ draft }: (typeof read)[number]) => draft.post.company?.trim() === company;
  const moved = read.filter(isTheirs);
  const stays = read.find((report) => !isTheirs(report));
  if (moved.length === 0 || !stays)
    throw new ApiError('refused', 'Some reports of the case have to name this employer, not all');
  const newId = newCaseId();
  const leaving = moved.map(({ received_at: at, analysis }) => ({ at, analysis }));
  await leaveCase(tx, caseId, leaving, stays.analysis);
  const { scheme, level, harm } = before;
  const { analysis } = moved[0]! as { analysis: Analysis };
  await openCases(tx, [
    {
      caseId: newId,
      at: now,
      analysis: { ...analysis, sketch: null },
      assessment: { scheme, level, harm },
      bands: [],
    },
  ]);
  await tx
    .updateTable('reports')
    .set({ state: 'received', case_id: null })
    .where(
      'id',
      'in',
      moved.map(({ id }) => id),
    )
    .execute();
  await join(
    tx,
    moved.map(({ id, volunteer, network, received_at: at, analysis }) => ({
      id,
      volunteer: volunteer!,
      network,
      at,
      analysis,
      caseId: newId,
    })),
  );
  return newId;
}

async function oneCase(tx: Tx, id: string) {
  const row = await tx.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ApiError('refused', `There is no case ${id}`);
  return row;
}

async function countSources(tx: Tx, caseId: string) {
  const rows = await tx
    .selectFrom('case_sources')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
    .where('case_id', '=', caseId)
    .groupBy('kind')
    .execute();
  const of = (kind: string) => Number(rows.find((row) => row.kind === kind)?.count ?? 0);
  return { volunteers: of('volunteer'), networks: of('network') };
}
