/** What is set aside is seen without its senders, and counts once a maintainer lets it in. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRuleset } from '#engine/ruleset/open.ts';
import type { Me } from '#schema/review.ts';
import { clusterOnce } from '../cases/cluster.ts';
import { keepReports } from '../intake/keep.ts';
import { DAILY } from '../intake/standing.ts';
import { openStore, type Store } from '../store/open.ts';
import { transact } from '../store/transact.ts';
import { startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { sampleReport } from '../testing/reports.ts';
import { incomingOf } from '../testing/rows.ts';
import { asideGroups, letIn } from './aside.ts';
import { readLog } from './log.ts';

const me: Me = { id: 'Amira', name: 'Amira', role: 'reviewer' };
const SURPLUS = 7;
let postgres: TestPostgres;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lurewatch-aside-'));
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['SQLite', 'PostgreSQL'])('%s', (kind) => {
  const ruleset = openRuleset(new Uint8Array(readFileSync('.output/ruleset/ruleset.bin')));
  let store: Store;
  beforeAll(async () => {
    store = await openStore({
      data: folder,
      ...(kind === 'SQLite' ? {} : { databaseUrl: postgres.url }),
    });
    const flood = Array.from({ length: DAILY.plain + SURPLUS }, (_, index) =>
      incomingOf(sampleReport({ text: `Typists for Poipet, free flight, number ${index}` }), {
        volunteer: 'a shelter',
        network: '203.0.113.0',
        receivedAt: Date.now() + index,
      }),
    );
    await transact(store, (tx) => keepReports(tx, flood));
    return () => store.close();
  });
  const counted = async () => {
    while ((await clusterOnce(store, ruleset, 'test')) > 0);
    const rows = await store.db.selectFrom('cases').select(['reports', 'volunteers']).execute();
    return rows.reduce((sum, { reports }) => sum + reports, 0);
  };

  it('shows how much, the newest words, and nobody', async () => {
    expect(await counted()).toBe(DAILY.plain);
    const { groups } = await asideGroups(store.db);
    expect(groups.map(({ kind, reports }) => [kind, reports])).toEqual([
      ['volunteer', SURPLUS],
      ['network', SURPLUS],
    ]);
    expect(groups[0]!.excerpt).toBe(
      `Typists for Poipet, free flight, number ${DAILY.plain + SURPLUS - 1}`,
    );
    expect(JSON.stringify(groups)).not.toMatch(/shelter|203\.0/);
  });

  it('lets in what one source sent, says so in the log, and counts the key once', async () => {
    const [group] = (await asideGroups(store.db)).groups;
    await expect(letIn(store, me, 'network', group!.name)).rejects.toThrow();
    expect(await letIn(store, me, 'volunteer', group!.name)).toBe(SURPLUS);
    expect(await counted()).toBe(DAILY.plain + SURPLUS);
    const cases = await store.db.selectFrom('cases').select('volunteers').execute();
    expect(cases.every(({ volunteers }) => volunteers === 1)).toBe(true);
    expect((await asideGroups(store.db)).groups).toEqual([]);
    expect((await readLog(store.db, 0)).map(({ entry }) => entry)).toEqual([
      { actor: 'Amira', action: 'let-in', subject: `${SURPLUS} reports` },
    ]);
  });

  it('sets aside a kept report that can no longer be read, and goes on', async () => {
    const [broken, whole] = [sampleReport(), sampleReport()];
    await transact(store, (tx) =>
      keepReports(
        tx,
        [broken, whole].map((report, index) => ({
          ...incomingOf(report, {
            volunteer: `late ${index}`,
            network: `198.51.100.${index}`,
            receivedAt: Date.now() + 1_000,
          }),
          ...(index === 0 ? { content: '{"post":{}}' } : {}),
        })),
      ),
    );
    const before = await counted();
    expect(before).toBe(DAILY.plain + SURPLUS + 1);
    const [group] = (await asideGroups(store.db)).groups;
    expect(group).toMatchObject({ reports: 1, excerpt: '' });
  });
});
