/** Puts reports on the disk, many in one transaction: a report costs a share of one `fsync`. */
import { randomBytes } from 'node:crypto';
import { isoDay, isoWeek } from '../clock.ts';
import { hashNetwork } from '../http/network.ts';
import type { Tx } from '../store/transact.ts';
import { DAILY, dailyLimit } from './standing.ts';

/** Digest of a report of which everything is gone. */
export const ERASED = '';

/** A report that was checked and is signed. */
export interface Incoming {
  readonly id: string;
  readonly digest: string;
  readonly volunteer: string;
  readonly network: string;
  readonly receivedAt: number;
  readonly site: string;
  readonly scheme: string;
  readonly level: string;
  readonly contact: string;
  readonly content: string;
}

/** `new`, `known` (the very same came before), or `reused`: its key belongs to another report. */
export type Kept = { readonly state: 'new' | 'known' | 'reused'; readonly receivedAt: number };

/** Keeps reports and says of each what became of it, in their order. */
export async function keepReports(tx: Tx, incoming: readonly Incoming[]): Promise<Kept[]> {
  const salt = await saltOf(tx, isoWeek(incoming[0]!.receivedAt));
  const rows = incoming.map(({ receivedAt, network, ...rest }) => ({
    ...rest,
    received_at: receivedAt,
    network: hashNetwork(network, salt),
    state: 'received' as const,
    case_id: null,
  }));
  const added = await tx
    .insertInto('reports')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  const fresh = new Set(added.map(({ id }) => id));
  // Of two that share a key the first one was taken.
  const news = rows.filter(({ id }) => fresh.delete(id));
  if (news.length > 0) await quarantine(tx, news);
  const others = rows.filter((row) => !news.includes(row));
  const before =
    others.length === 0
      ? []
      : await knownOf(
          tx,
          others.map(({ id }) => id),
        );
  const known = new Map(before.map((row) => [row.id, row]));
  const isNew = new Set(news);
  return rows.map((row) => {
    if (isNew.has(row)) return { state: 'new', receivedAt: row.received_at };
    const { digest, volunteer, received_at } = known.get(row.id)!;
    // Of an erased report only the id is left.
    const isSame = volunteer === row.volunteer && (digest === row.digest || digest === ERASED);
    return { state: isSame ? 'known' : 'reused', receivedAt: received_at };
  });
}

const knownOf = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('reports')
    .select(['id', 'digest', 'volunteer', 'received_at'])
    .where('id', 'in', ids)
    .execute();

/** The secret of a week; the first hub that needs it makes it. */
async function saltOf(tx: Tx, week: string): Promise<string> {
  const read = () =>
    tx.selectFrom('salts').select('salt').where('week', '=', week).executeTakeFirst();
  const known = await read();
  if (known) return known.salt;
  await tx
    .insertInto('salts')
    .values({ week, salt: randomBytes(32).toString('hex') })
    .onConflict((conflict) => conflict.column('week').doNothing())
    .execute();
  return (await read())!.salt;
}

interface Row {
  readonly id: string;
  readonly volunteer: string;
  readonly network: string;
  readonly received_at: number;
}

/** Sets aside what is more than one person or one network sends in a day. */
async function quarantine(tx: Tx, rows: readonly Row[]): Promise<void> {
  const { received_at: now } = rows[0]!;
  const byVolunteer = Map.groupBy(rows, ({ volunteer }) => volunteer);
  const byNetwork = Map.groupBy(rows, ({ network }) => network);
  const volunteers = await tx
    .insertInto('volunteers')
    .values(
      [...byVolunteer].map(([key, { length }]) => ({
        key,
        first_at: now,
        reports: length,
        upheld: 0,
        refused: 0,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ eb, ref }) => ({
        reports: eb('volunteers.reports', '+', ref('excluded.reports')),
      })),
    )
    .returning(['key', 'upheld', 'refused'])
    .execute();
  const limits = new Map(volunteers.map((row) => [row.key, dailyLimit(row)]));
  const tallies = await tx
    .insertInto('tallies')
    .values([
      ...[...byVolunteer].map(([source, { length }]) => tally('volunteer', source, now, length)),
      ...[...byNetwork].map(([source, { length }]) => tally('network', source, now, length)),
    ])
    .onConflict((conflict) =>
      conflict.columns(['day', 'kind', 'source']).doUpdateSet(({ eb, ref }) => ({
        reports: eb('tallies.reports', '+', ref('excluded.reports')),
      })),
    )
    .returning(['kind', 'source', 'reports'])
    .execute();
  const surplus = new Set<string>();
  for (const { kind, source, reports } of tallies) {
    const own = (kind === 'volunteer' ? byVolunteer : byNetwork).get(source)!;
    const limit = kind === 'volunteer' ? limits.get(source)! : DAILY.network;
    // The last ones are beyond the limit; those before them counted.
    const beyond = Math.min(own.length, Math.max(0, reports - limit));
    for (const { id } of own.slice(own.length - beyond)) surplus.add(id);
  }
  if (surplus.size === 0) return;
  await tx
    .updateTable('reports')
    .set({ state: 'quarantined' })
    .where('id', 'in', [...surplus])
    .execute();
}

const tally = (kind: 'volunteer' | 'network', source: string, at: number, reports: number) => ({
  kind,
  source,
  day: isoDay(at),
  reports,
});
