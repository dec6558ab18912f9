/**
 * The public log: what was decided, by which maintainer, why. Each entry holds the hash of the one
 * before it, so that a copy kept elsewhere shows any change. Nothing of reports or reporters.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '#engine/ruleset/canonical.ts';
import { z } from '#schema/zod.ts';
import type { Db } from '../store/open.ts';
import type { Tx } from '../store/transact.ts';

export const LogEntry = z.object({
  /** Name of the maintainer, or `hub`. */
  actor: z.string(),
  /** `list`, `reject`, `remove`, `merge`, `invite` and so on. */
  action: z.string(),
  /** Id of the case, decision, maintainer or appeal. */
  subject: z.string(),
  reason: z.optional(z.string()),
  /** Parties that are named from now on, or no longer. */
  parties: z.optional(z.array(z.string())),
});
export type LogEntry = z.infer<typeof LogEntry>;

export interface LogLine {
  readonly seq: number;
  readonly at: string;
  readonly entry: LogEntry;
  readonly previous: string;
  readonly hash: string;
}

const hashOf = (seq: number, at: number, entry: string, previous: string): string =>
  createHash('sha256')
    .update(canonicalJson([seq, at, entry, previous]))
    .digest('hex');

/** Writes an entry, in the transaction that does what it tells of. */
export async function writeLog(tx: Tx, at: number, entry: LogEntry): Promise<void> {
  const last = await tx
    .selectFrom('log')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const seq = (last?.seq ?? 0) + 1;
  const previous = last?.hash ?? '';
  const text = canonicalJson(entry);
  const hash = hashOf(seq, at, text, previous);
  await tx.insertInto('log').values({ seq, at, entry: text, previous, hash }).execute();
}

/** Entries after a number, oldest first. */
export async function readLog(db: Db, after: number, most = 500): Promise<LogLine[]> {
  const rows = await db
    .selectFrom('log')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(most)
    .execute();
  return rows.map(({ at, entry, ...rest }) => ({
    ...rest,
    at: new Date(at).toISOString(),
    entry: LogEntry.parse(JSON.parse(entry)),
  }));
}

/** The first entry that is not what its hash says; `undefined` where all are whole. */
export async function brokenLine(db: Db): Promise<number | undefined> {
  let before = '';
  for (const row of await db.selectFrom('log').selectAll().orderBy('seq').execute()) {
    const { seq, at, entry, previous, hash } = row;
    if (previous !== before || hash !== hashOf(seq, at, entry, previous)) return seq;
    before = hash;
  }
  return undefined;
}
