import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { keepReports } from './intake/keep.ts';
import { maintain } from './maintenance.ts';
import { readLog } from './review/log.ts';
import { openStore, type Store } from './store/open.ts';
import { transact } from './store/transact.ts';
import { sampleCase } from './testing/rows.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-26T12:00:00Z');

let store: Store;
beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lurewatch-maintenance-'));
  store = await openStore({ data: folder });
  return async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
});

async function report(id: string, daysAgo: number, decided?: boolean): Promise<void> {
  const receivedAt = NOW - daysAgo * DAY;
  const row = {
    id,
    digest: 'd',
    volunteer: 'v',
    network: id,
    receivedAt,
    site: 's',
    scheme: '',
    level: 'none',
    contact: 'none',
    content: '{"secret":1}',
  };
  await transact(store, (tx) => keepReports(tx, [row]));
  if (decided === undefined) return;
  await store.db
    .insertInto('cases')
    .values(sampleCase({ id, state: decided ? 'listed' : 'open', sample: id }))
    .execute();
  await store.db
    .updateTable('reports')
    .set({ case_id: id, state: 'clustered' })
    .where('id', '=', id)
    .execute();
}
const rows = async () =>
  Object.fromEntries(
    (await store.db.selectFrom('reports').selectAll().execute()).map(({ id, network, content }) => [
      id,
      [network !== null, content !== null],
    ]),
  );

it('forgets networks after two weeks, and texts half a year after a decision or after a year', async () => {
  await report('fresh', 1, true);
  await report('weeks', 20, true);
  await report('decided', 200, true);
  await report('undecided', 200, false);
  await report('ancient', 400, false);
  await report('never-clustered', 400);
  while (await maintain(store, 'me', NOW));
  expect(await rows()).toEqual({
    fresh: [true, true],
    weeks: [false, true],
    decided: [false, false],
    undecided: [false, true],
    ancient: [false, false],
    'never-clustered': [false, false],
  });
  const salts = await store.db.selectFrom('salts').select('week').execute();
  expect(salts).toEqual([{ week: '2026-W48' }]);
});

it('lets listings end on their day, and says so in the log', async () => {
  const listing = {
    type: 'domain',
    decision_id: 'd',
    case_id: 'C-1',
    says: 'x',
    listed_on: '2026-01-01',
  };
  await store.db
    .insertInto('listings')
    .values([
      { ...listing, value: 'ends.example.net', expires_on: '2026-11-26' },
      { ...listing, value: 'holds.example.net', expires_on: '2026-11-27' },
    ])
    .execute();
  await maintain(store, 'me', NOW);
  const left = await store.db.selectFrom('listings').select('value').execute();
  expect(left).toEqual([{ value: 'holds.example.net' }]);
  expect((await readLog(store.db, 0)).map(({ entry }) => entry)).toEqual([
    { actor: 'hub', action: 'expire', subject: 'C-1', parties: ['domain ends.example.net'] },
  ]);
});

it('is done by one hub at a time', async () => {
  await report('ancient', 400);
  await maintain(store, 'me', NOW);
  await report('other', 400);
  await maintain(store, 'another', NOW);
  expect((await rows()).other).toEqual([true, true]);
});
