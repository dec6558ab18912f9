import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { keepReports } from '../intake/keep.ts';
import { firstInvitation } from '../review/invitations.ts';
import { startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { BackupError, backUp, restore } from './backup.ts';
import { openStore, type Store } from './open.ts';
import { transact } from './transact.ts';

let postgres: TestPostgres;
const folders: string[] = [];
const stores: Store[] = [];
beforeAll(async () => {
  postgres = await startPostgres();
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
afterAll(() => postgres?.close());

async function open(databaseUrl?: string): Promise<Store> {
  const data = mkdtempSync(join(tmpdir(), 'lurewatch-backup-'));
  folders.push(data);
  const store = await openStore({ data, databaseUrl });
  stores.push(store);
  return store;
}
const report = (n: number) => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  digest: 'd',
  volunteer: `v${n}`,
  network: `n${n}`,
  receivedAt: 1_700_000_000_000 + n,
  site: 'facebook',
  scheme: 'task-scam',
  level: 'none',
  contact: 'none',
  content: `{"text":"line\\nbreak, quote \\" and မြန်မာ ${n}"}`,
});
async function saved(store: Store): Promise<string> {
  const out = new PassThrough();
  const read = text(out);
  await backUp(store, out);
  out.end();
  return read;
}

it('goes from the embedded database to PostgreSQL and back, row for row', async () => {
  const [first, server, last] = [await open(), await open(postgres.url), await open()];
  await firstInvitation(first);
  await transact(first, (tx) =>
    keepReports(
      tx,
      Array.from({ length: 450 }, (_, n) => report(n)),
    ),
  );
  const backup = await saved(first);
  const rows = backup.trim().split('\n').length - 1;
  expect(await restore(server, Readable.from([backup]))).toBe(rows);
  const again = await saved(server);
  expect(again.split('\n').sort()).toEqual(backup.split('\n').sort());
  await restore(last, Readable.from([again]));
  expect((await saved(last)).split('\n').sort()).toEqual(backup.split('\n').sort());
});

it('is of one moment, and holds nobody up', async () => {
  const store = await open();
  await transact(store, (tx) =>
    keepReports(
      tx,
      Array.from({ length: 50 }, (_, n) => report(n)),
    ),
  );
  const other = await openStore({ data: folders[0]! });
  stores.push(other);
  const out = new PassThrough({ highWaterMark: 1 });
  const running = backUp(store, out).then(() => out.end());
  let lines = '';
  let isWritten = false;
  for await (const chunk of out) {
    lines += chunk;
    // Somebody reports while the backup is half done.
    if (lines.includes('"table":"reports"') && !isWritten) {
      isWritten = true;
      await transact(other, (tx) => keepReports(tx, [report(999)]));
    }
  }
  await running;
  expect(lines.match(/"table":"reports"/g)).toHaveLength(50);
  const { n } = await other.db
    .selectFrom('reports')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  expect(n).toBe(51);
});

it.each([
  ['nothing', ''],
  ['another file', 'hello\n'],
  ['half a line', '{"format":"lurewatch-hub-1"}\n{"table":"reports","ro'],
  ['an unknown table', '{"format":"lurewatch-hub-1"}\n{"table":"sqlite_master","row":{}}\n'],
])('restores nothing from %s', async (_, lines) => {
  const store = await open();
  await expect(restore(store, Readable.from([lines]))).rejects.toBeInstanceOf(BackupError);
});

it('restores into no database that is in use', async () => {
  const store = await open();
  await transact(store, (tx) => keepReports(tx, [report(1)]));
  await expect(restore(store, Readable.from([await saved(store)]))).rejects.toBeInstanceOf(
    BackupError,
  );
});
