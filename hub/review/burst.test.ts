/** What counts as a burst, and that the queue shows it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../store/open.ts';
import { sampleCase } from '../testing/rows.ts';
import { isBurst } from './burst.ts';
import { queuePage } from './queue.ts';

const days = (...reports: number[]) => reports.map((count) => ({ reports: count }));

it.each([
  ['a first day with many', days(20), true],
  ['three times the usual', days(10, 12, 8, 30), true],
  ['a busy case', days(30, 28, 31, 40), false],
  ['few, however unusual', days(1, 1, 19), false],
  ['nothing', days(), false],
])('%s', (_, counts, expected) => {
  expect(isBurst(counts)).toBe(expected);
});

it('is shown in the queue, at the case that has it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lurewatch-burst-'));
  const store = await openStore({ data: folder });
  try {
    const last_at = Date.parse('2026-11-20T10:00:00Z');
    const ids = ['C-AAAAAAAA', 'C-BBBBBBBB'];
    for (const id of ids)
      await store.db
        .insertInto('cases')
        .values(sampleCase({ id, state: 'open', reports: 60, last_at, reason: null }))
        .execute();
    const counts = { 'C-AAAAAAAA': [5, 5, 50], 'C-BBBBBBBB': [20, 20, 20] };
    for (const [case_id, reports] of Object.entries(counts))
      await store.db
        .insertInto('case_days')
        .values(
          reports.map((count, at) => ({ case_id, day: `2026-11-${18 + at}`, reports: count })),
        )
        .execute();
    const { cases } = await queuePage(store.db, 'open');
    expect(cases.map(({ id, burst }) => [id, burst])).toEqual([
      ['C-AAAAAAAA', true],
      ['C-BBBBBBBB', false],
    ]);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
});
