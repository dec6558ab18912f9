import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import { openStore, type Store } from '../store/open.ts';
import { transact } from '../store/transact.ts';
import { type Incoming, keepReports } from './keep.ts';
import { createWriter } from './writer.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function emptyStore(): Promise<Store> {
  const data = mkdtempSync(join(tmpdir(), 'lurewatch-writer-'));
  folders.push(data);
  return openStore({ data });
}

/** In this thread, so that the test can limit its connection. */
const keeperOf = (store: Store) => ({
  keep: (reports: readonly Incoming[]) => transact(store, (tx) => keepReports(tx, reports)),
});
const incoming = (content = '{}'): Incoming => ({
  id: randomUUID(),
  digest: 'digest',
  volunteer: randomUUID(),
  network: `10.0.${Math.floor(Math.random() * 250)}.0/24`,
  receivedAt: Date.now(),
  site: 'facebook',
  scheme: 'task-scam',
  level: 'none',
  contact: 'none',
  content,
});
const idsIn = async ({ db }: Store) =>
  new Set((await db.selectFrom('reports').select('id').execute()).map(({ id }) => id));

it('acknowledges nothing while the disk is full, and goes on when there is room', async () => {
  const store = await emptyStore();
  const failures: unknown[] = [];
  const writer = createWriter(keeperOf(store), (error) => failures.push(error));
  // SQLite's own limit on pages gives the very error of a disk without room.
  await sql`pragma max_page_count = 120`.execute(store.db);
  const reports = Array.from({ length: 12 }, () => incoming('x'.repeat(60_000)));
  const kept = new Set<string>();
  for (const report of reports)
    await writer.keep(report).then(
      () => kept.add(report.id),
      (error) => expect(error).toMatchObject({ code: 'unavailable', retryAfter: 30 }),
    );
  expect(failures.map(String).join()).toContain('full');
  expect(kept.size).toBeLessThan(12);
  expect(await idsIn(store)).toEqual(kept);
  await sql`pragma max_page_count = 1000000`.execute(store.db);
  for (const report of reports)
    expect((await writer.keep(report)).state).toBe(kept.has(report.id) ? 'known' : 'new');
  await store.close();
});

it('takes no more into memory than it can put away', async () => {
  const store = await emptyStore();
  const writer = createWriter(keeperOf(store), () => {});
  const answers = await Promise.allSettled(
    Array.from({ length: 4_100 }, () => writer.keep(incoming())),
  );
  expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(100);
  expect((await idsIn(store)).size).toBe(4_000);
  await store.close();
});
