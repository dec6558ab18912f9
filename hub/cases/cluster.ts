import type { Ruleset } from '#engine/ruleset/types.ts';
import { ReportDraft } from '#schema/report.ts';
import { hold } from '../store/lease.ts';
import type { Store } from '../store/open.ts';
import { type Tx, transact } from '../store/transact.ts';
import { analyse, assess } from './analysis.ts';
import { caseOf, knownCases, learn } from './assign.ts';
import { newCaseId } from './id.ts';
import { join, type Placed } from './join.ts';
import { type Opening, openCases } from './open.ts';

/** Reports of one transaction. */
const BATCH = 80;
const LEASE = 'clustering';

type Pending = Omit<Placed, 'caseId'> & { readonly draft: ReportDraft };
/** Where reports belong, and the cases that are still to be opened for them. */
interface Plan {
  readonly placed: readonly Placed[];
  readonly openings: readonly Opening[];
}

/**
 * Puts the oldest waiting reports into cases. They are read before the transaction, so that nothing
 * waits for that. Nobody else opens cases meanwhile; a report that was erased, or whose case was
 * merged, is left for the next round.
 * @returns how many reports were looked at; 0 where none waits or another hub does this work
 */
export async function clusterOnce(store: Store, ruleset: Ruleset, holder: string): Promise<number> {
  // Looked at first: a hub that has nothing to do writes nothing.
  if (!(await isAnyWaiting(store))) return 0;
  const isOurs = await transact(store, (tx) => hold(tx, LEASE, holder, Date.now()));
  if (!isOurs) return 0;
  const { pending, unreadable } = await waiting(store);
  const { placed, openings } = await plan(store, pending, ruleset);
  await transact(store, async (tx) => {
    if (!(await hold(tx, LEASE, holder, Date.now()))) return;
    if (unreadable.length > 0) await setAside(tx, unreadable);
    if (placed.length === 0) return;
    await openCases(tx, openings);
    await join(tx, placed);
  });
  return pending.length + unreadable.length;
}

/** What an older hub took and this one can't read must not keep the others waiting. */
const setAside = (tx: Tx, ids: readonly string[]) =>
  tx.updateTable('reports').set({ state: 'quarantined' }).where('id', 'in', ids).execute();

async function isAnyWaiting({ db }: Store): Promise<boolean> {
  const row = await db
    .selectFrom('reports')
    .select('id')
    .where('state', '=', 'received')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function waiting({ db }: Store): Promise<{ pending: Pending[]; unreadable: string[] }> {
  const rows = await db
    .selectFrom('reports')
    .select(['id', 'volunteer', 'network', 'received_at', 'content'])
    .where('state', '=', 'received')
    .orderBy('received_at')
    .limit(BATCH)
    .execute();
  const pending: Pending[] = [];
  const unreadable: string[] = [];
  for (const { id, volunteer, network, received_at: at, content } of rows) {
    const { success, data: draft } = ReportDraft.safeParse(JSON.parse(content!));
    if (!success) unreadable.push(id);
    else pending.push({ id, volunteer: volunteer!, network, at, draft, analysis: analyse(draft) });
  }
  return { pending, unreadable };
}

async function plan({ db }: Store, pending: readonly Pending[], ruleset: Ruleset): Promise<Plan> {
  const analyses = pending.map(({ analysis }) => analysis);
  const known = await knownCases(db, analyses);
  const placed: Placed[] = [];
  const openings: Opening[] = [];
  for (const { draft, ...report } of pending) {
    const { at, analysis } = report;
    let caseId = caseOf(analysis, known);
    if (caseId === undefined) {
      caseId = newCaseId();
      const bands = learn(known, caseId, analysis);
      openings.push({ caseId, at, analysis, assessment: assess(draft, ruleset), bands });
    }
    placed.push({ ...report, caseId });
  }
  return { placed, openings };
}
