/** Everything a hub keeps, as lines of text that fit both databases. */

import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { sql } from 'kysely';
import { z } from '#schema/zod.ts';
import type { Store } from './open.ts';
import type { Tables } from './tables.ts';
import { transact } from './transact.ts';

/** Why a backup can't be restored. */
export class BackupError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BackupError';
  }
}

/** Every table but those that are void elsewhere: who is signed in, and which hub does what. */
const TABLES = [
  'reports',
  'volunteers',
  'tallies',
  'salts',
  'cases',
  'sketches',
  'bands',
  'mentions',
  'case_days',
  'case_sources',
  'maintainers',
  'credentials',
  'invitations',
  'decisions',
  'approvals',
  'listings',
  'cleared',
  'log',
  'appeals',
] as const satisfies (keyof Tables)[];

/** Rows that are read or written at a time. */
const PAGE = 200;
const FORMAT = 'lurewatch-hub-1';
const Head = z.object({ format: z.literal(FORMAT) });
const Line = z.object({
  table: z.enum(TABLES),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

/** Writes a backup: all of one moment, while others go on writing. Does not end the stream. */
export function backUp({ db, kind }: Store, out: Writable): Promise<void> {
  const write = async (line: unknown) => {
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
  };
  return db.connection().execute(async (connection) => {
    await write({ format: FORMAT });
    // A transaction that only reads: nobody has to wait for it.
    if (kind === 'sqlite') await sql`begin`.execute(connection);
    else await sql`begin isolation level repeatable read read only`.execute(connection);
    for (const table of TABLES)
      for await (const row of connection.selectFrom(table).selectAll().stream(PAGE))
        await write({ table, row });
    await sql`commit`.execute(connection);
  });
}

/**
 * Fills an empty database, wholly or not at all.
 * @returns how many rows
 * @throws {BackupError} where the database is not empty, or the lines are no whole backup
 */
export function restore(store: Store, input: Readable): Promise<number> {
  return transact(store, async (tx) => {
    for (const table of ['reports', 'maintainers'] as const)
      if (await tx.selectFrom(table).selectAll().limit(1).executeTakeFirst())
        throw new BackupError('The database is not empty: a backup is restored into a new one');
    let rows = 0;
    let page: z.infer<typeof Line>[] = [];
    const flush = async () => {
      if (page.length === 0) return;
      await tx
        .insertInto(page[0]!.table)
        .values(page.map(({ row }) => row) as never)
        .execute();
      rows += page.length;
      page = [];
    };
    let isFirst = true;
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (isFirst) parse(Head, text);
      else {
        const line = parse(Line, text);
        if (page.length === PAGE || (page[0] && page[0].table !== line.table)) await flush();
        page.push(line);
      }
      isFirst = false;
    }
    await flush();
    if (isFirst) throw new BackupError('This is no backup of a hub');
    return rows;
  });
}

function parse<S extends z.ZodMiniType>(schema: S, text: string): z.infer<S> {
  try {
    return z.parse(schema, JSON.parse(text));
  } catch {
    throw new BackupError('This is no whole backup of a hub');
  }
}
