/** Counts reports in their cases: a few statements for a whole batch. */
import { isoDay } from '../clock.ts';
import type { CasesTable, MentionsTable } from '../store/tables.ts';
import type { Tx } from '../store/transact.ts';
import type { Analysis } from './analysis.ts';
import { rankOf } from './rank.ts';

/** A report and the case that it belongs to. */
export interface Placed {
  readonly id: string;
  readonly volunteer: string;
  /** Null where it is forgotten already. */
  readonly network: string | null;
  readonly at: number;
  readonly analysis: Analysis;
  readonly caseId: string;
}

/** Puts reports into cases. One that no longer waits, or whose case is gone, is left as it is. */
export async function join(tx: Tx, all: readonly Placed[]): Promise<void> {
  const cases = await tx
    .selectFrom('cases')
    .selectAll()
    .where('id', 'in', [...new Set(all.map(({ caseId }) => caseId))])
    .where('state', '!=', 'merged')
    .execute();
  const present = new Set(cases.map(({ id }) => id));
  const placed = all.filter(({ caseId }) => present.has(caseId));
  if (placed.length === 0) return;
  const taken = await tx
    .updateTable('reports')
    .set(({ eb }) => {
      const [first, ...others] = placed;
      const begun = eb.case().when('id', '=', first!.id).then(first!.caseId);
      return {
        state: 'clustered' as const,
        case_id: others
          .reduce((chain, { id, caseId }) => chain.when('id', '=', id).then(caseId), begun)
          .end(),
      };
    })
    .where(
      'id',
      'in',
      placed.map(({ id }) => id),
    )
    .where('state', '=', 'received')
    .returning('id')
    .execute();
  const ids = new Set(taken.map(({ id }) => id));
  const joined = placed.filter(({ id }) => ids.has(id));
  if (joined.length === 0) return;
  await countMentions(tx, joined);
  await countDays(tx, joined);
  const sources = await countSources(tx, joined);
  await countCases(tx, cases, joined, sources);
}

async function countMentions(tx: Tx, joined: readonly Placed[]): Promise<void> {
  const rows = new Map<string, MentionsTable>();
  for (const { caseId, at, analysis } of joined)
    for (const { type, value } of analysis.mentions) {
      const key = `${caseId} ${type} ${value}`;
      const row = rows.get(key);
      if (row) {
        row.reports++;
        row.last_at = Math.max(row.last_at, at);
      } else rows.set(key, { case_id: caseId, type, value, reports: 1, first_at: at, last_at: at });
    }
  if (rows.size === 0) return;
  await tx
    .insertInto('mentions')
    .values([...rows.values()])
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'type', 'value']).doUpdateSet(({ eb, ref }) => ({
        reports: eb('mentions.reports', '+', ref('excluded.reports')),
        last_at: ref('excluded.last_at'),
      })),
    )
    .execute();
}

async function countDays(tx: Tx, joined: readonly Placed[]): Promise<void> {
  const groups = Map.groupBy(joined, ({ caseId, at }) => `${caseId} ${isoDay(at)}`);
  await tx
    .insertInto('case_days')
    .values(
      [...groups.values()].map(([first, ...others]) => ({
        case_id: first!.caseId,
        day: isoDay(first!.at),
        reports: others.length + 1,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'day']).doUpdateSet(({ eb, ref }) => ({
        reports: eb('case_days.reports', '+', ref('excluded.reports')),
      })),
    )
    .execute();
}

/** Volunteers and networks that a case did not have before, by case. */
async function countSources(tx: Tx, joined: readonly Placed[]) {
  const rows = joined.flatMap(({ caseId: case_id, volunteer, network }) => [
    { case_id, kind: 'volunteer' as const, source: volunteer },
    ...(network === null ? [] : [{ case_id, kind: 'network' as const, source: network }]),
  ]);
  const added = await tx
    .insertInto('case_sources')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['case_id', 'kind', 'source']).doNothing())
    .returning(['case_id', 'kind'])
    .execute();
  return Map.groupBy(added, ({ case_id }) => case_id);
}

async function countCases(
  tx: Tx,
  cases: readonly CasesTable[],
  joined: readonly Placed[],
  sources: Awaited<ReturnType<typeof countSources>>,
): Promise<void> {
  const groups = Map.groupBy(joined, ({ caseId }) => caseId);
  await tx
    .insertInto('cases')
    .values(
      cases.map((before) => {
        const own = groups.get(before.id) ?? [];
        const added = sources.get(before.id) ?? [];
        const volunteers =
          before.volunteers + added.filter(({ kind }) => kind === 'volunteer').length;
        const networks = before.networks + added.filter(({ kind }) => kind === 'network').length;
        return {
          ...before,
          last_at: Math.max(before.last_at, ...own.map(({ at }) => at)),
          reports: before.reports + own.length,
          volunteers,
          networks,
          rank: rankOf(before.harm, volunteers, networks),
        };
      }),
    )
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        last_at: ref('excluded.last_at'),
        reports: ref('excluded.reports'),
        volunteers: ref('excluded.volunteers'),
        networks: ref('excluded.networks'),
        rank: ref('excluded.rank'),
      })),
    )
    .execute();
}
