/** `npm run bench:hub`: how many durable reports a second, and what a million of them cost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '#hub/config.ts';
import { caseView } from '#hub/review/case-view.ts';
import { queuePage } from '#hub/review/queue.ts';
import { connect } from '#hub/store/open.ts';
import { startChildHub } from '#hub/testing/child.ts';
import { quantile, table } from '../print.ts';
import { fill } from './fill.ts';
import { prepare, send } from './load.ts';

const RATE = 1_000;
const SECONDS = 60;
/** Compilers warm up at half the rate first; a hub runs for months. */
const WARM_UP = 30;
const MILLION = 1_000_000;

const ms = (value: number): string => `${value.toFixed(1)} ms`;
const spread = (times: readonly number[]): string[] => [
  ms(quantile(times, 0.5)),
  ms(quantile(times, 0.99)),
  ms(quantile(times, 1)),
];
const environment = (data: string) => ({
  LUREWATCH_HUB_DATA: data,
  LUREWATCH_HUB_PROXIES: '127.0.0.1',
  LOG_LEVEL: 'info',
});

async function counts(data: string) {
  const store = connect(readConfig(environment(data)));
  const rows = await store.db
    .selectFrom('reports')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  await store.close();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

async function durable(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'lurewatch-bench-'));
  const hub = await startChildHub(environment(data));
  const warm = await prepare(hub.origin, (RATE / 2) * WARM_UP, 500, 1);
  await send(hub.origin, warm, RATE / 2);
  const reports = await prepare(hub.origin, RATE * SECONDS, 3_000, 2);
  await sleep(2_000);
  const { times, statuses, seconds } = await send(hub.origin, reports, RATE);
  const { received = 0, clustered = 0, quarantined = 0 } = await counts(data);
  table(
    `Reports at ${RATE} a second for ${SECONDS} s, the load from the same machine`,
    ['answers', 'per second', 'p50', 'p99', 'longest'],
    [
      [
        [...statuses].map(([status, count]) => `${count} × ${status}`).join(', '),
        (times.length / seconds).toFixed(0),
        ...spread(times),
      ],
    ],
  );
  console.log(
    `\nWhen the last was answered: ${clustered} in cases, ${received} waiting, ${quarantined} in quarantine\n`,
  );
  await hub.end();
  rmSync(data, { recursive: true });
}

async function million(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'lurewatch-bench-'));
  const ids = await fill(data, MILLION);
  const begun = performance.now();
  const hub = await startChildHub(environment(data));
  const start = performance.now() - begun;
  const warm = await prepare(hub.origin, 2_000, 200, 3);
  await send(hub.origin, warm, 200);
  const { times } = await send(hub.origin, await prepare(hub.origin, 6_000, 400, 4), 200);
  const { db, close } = connect(readConfig(environment(data)));
  const me = { id: 'bench', name: 'Bench', role: 'auditor' } as const;
  const analyst = { judge: async () => Promise.reject(new Error('left out')) } as never;
  const looks: number[] = [];
  const queues: number[] = [];
  let after: string | undefined;
  for (const id of ids) {
    const look = performance.now();
    await caseView(db, analyst, new Set(), me, id);
    looks.push(performance.now() - look);
    const queue = performance.now();
    after = (await queuePage(db, 'open', after)).next;
    queues.push(performance.now() - queue);
  }
  await close();
  table(
    'With a million reports stored, in 150,000 cases',
    ['what', 'p50', 'p99', 'longest'],
    [
      ['a report, at 200 a second', ...spread(times)],
      ['a case, without the engine’s verdict', ...spread(looks)],
      ['a page of the queue', ...spread(queues)],
      ['start', ms(start), '', ''],
    ],
  );
  await hub.end();
  rmSync(data, { recursive: true });
}

await durable();
await million();
