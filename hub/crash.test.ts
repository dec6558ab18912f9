/** Hubs and databases that die at any moment: what was acknowledged is there, and there once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { makeVolunteerKey, type VolunteerKey } from '#reports/signed.ts';
import { connect, type Store } from './store/open.ts';
import { type ChildHub, startChildHub } from './testing/child.ts';
import { startPostgres } from './testing/postgres.ts';
import { sampleReport, sendReport } from './testing/reports.ts';

/** How often the hub is killed: `npm run test:faults` takes its time, `npm test` a sample of it. */
const KILLS = process.env.MODE === 'faults' ? 100 : 25;
/** How often one of two hubs is killed. */
const KILLS_OF_TWO = 20;
/** Reports that are on their way at any moment. */
const SENDERS = 8;

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

/** Sends report after report to whoever `origin` names, and remembers which were acknowledged. */
async function startSending(origin: () => string | undefined) {
  const acknowledged = new Set<string>();
  const keys = await Promise.all(Array.from({ length: 40 }, makeVolunteerKey));
  let isOver = false;
  let count = 0;
  const sender = async () => {
    while (!isOver) {
      const report = sampleReport({
        text: `Lure ${count % 20} of a fault test, told again and again`,
      });
      const from = `10.${count % 250}.${(count >> 8) % 250}.1`;
      const key = keys[count++ % keys.length] as VolunteerKey;
      // Until it is acknowledged, as the queue of an extension does.
      while (!isOver) {
        const to = origin();
        const answer = to && (await sendReport(to, key, report, from).catch(() => undefined));
        if (answer && answer.status < 300) {
          acknowledged.add(report.id);
          break;
        }
        await sleep(5);
      }
    }
  };
  const senders = Array.from({ length: SENDERS }, sender);
  return {
    acknowledged,
    async stop() {
      isOver = true;
      await Promise.all(senders);
    },
  };
}

async function expectAllThere({ db }: Store, acknowledged: ReadonlySet<string>) {
  const rows = await db.selectFrom('reports').select(['id', 'content', 'case_id']).execute();
  const stored = new Map(rows.map((row) => [row.id, row]));
  const lost = [...acknowledged].filter((id) => !stored.has(id));
  expect(lost).toEqual([]);
  expect(stored.size).toBe(rows.length);
  for (const { id, content } of rows) expect(JSON.parse(content!).id).toBe(id);
  // What cases count is what they hold.
  const held = Map.groupBy(rows, ({ case_id }) => case_id);
  for (const { id, reports } of await db.selectFrom('cases').select(['id', 'reports']).execute())
    expect(held.get(id)?.length).toBe(reports);
}

it(`loses and doubles nothing when it is killed ${KILLS} times under load`, async () => {
  const data = mkdtempSync(join(tmpdir(), 'lurewatch-crash-'));
  cleanUp.push(() => rmSync(data, { recursive: true, force: true }));
  const environment = { LUREWATCH_HUB_DATA: data, LUREWATCH_HUB_PROXIES: '127.0.0.1' };
  // The first one leaves its compiled code to the others.
  expect(await (await startChildHub(environment)).end()).toBe(0);
  let hub: ChildHub | undefined;
  const sending = await startSending(() => hub?.origin);
  for (let kills = 0; kills < KILLS; kills++) {
    hub = await startChildHub(environment);
    await sleep(30 + Math.random() * 200);
    await hub.kill();
    hub = undefined;
  }
  hub = await startChildHub(environment);
  await sleep(1_000);
  await sending.stop();
  expect(await hub.end()).toBe(0);
  const store = connect({ data });
  cleanUp.push(() => store.close());
  console.log(`${sending.acknowledged.size} reports acknowledged over ${KILLS} kills`);
  expect(sending.acknowledged.size).toBeGreaterThan(5 * KILLS);
  await expectAllThere(store, sending.acknowledged);
}, 600_000);

it('does so with two hubs at one PostgreSQL, of which one after the other is killed', async () => {
  const postgres = await startPostgres();
  cleanUp.push(() => postgres.close());
  const data = mkdtempSync(join(tmpdir(), 'lurewatch-crash-'));
  cleanUp.push(() => rmSync(data, { recursive: true, force: true }));
  const environment = {
    LUREWATCH_HUB_DATA: data,
    LUREWATCH_HUB_PROXIES: '127.0.0.1',
    DATABASE_URL: postgres.url,
  };
  const hubs = await Promise.all([startChildHub(environment), startChildHub(environment)]);
  let turn = 0;
  const sending = await startSending(() => hubs[turn++ % 2]!.origin);
  for (let kills = 0; kills < KILLS_OF_TWO; kills++) {
    await sleep(100 + Math.random() * 400);
    await hubs[kills % 2]!.kill();
    hubs[kills % 2] = await startChildHub(environment);
  }
  // The database goes down and comes back: nothing is acknowledged meanwhile.
  await postgres.kill();
  await sleep(300);
  await postgres.start();
  await sleep(2_000);
  await sending.stop();
  for (const hub of hubs) expect(await hub.end()).toBe(0);
  const store = connect({ data, databaseUrl: postgres.url });
  cleanUp.push(() => store.close());
  console.log(
    `${sending.acknowledged.size} reports acknowledged by two hubs over ${KILLS_OF_TWO} kills`,
  );
  expect(sending.acknowledged.size).toBeGreaterThan(200);
  await expectAllThere(store, sending.acknowledged);
}, 600_000);
