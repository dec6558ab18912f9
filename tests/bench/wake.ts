/** What waking the extension costs in real Chromium, beside an extension that does nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startWeb } from '../browser/harness/web.ts';
import { Chromium, type Tab } from './cdp.ts';
import { makePosts } from './material.ts';
import { median, quantile, spread, table } from './print.ts';

const ROUNDS = 20;
const BATCH = 25;
const SITE = 'https://x.com/bench';
const LURE =
  'Customer service agents wanted in Poipet, Cambodia. No experience, no interview. Salary 3000 USD per month. Free flight ticket, free visa and free accommodation. Message HR on Telegram @lucky_hr_888';

/** An extension whose worker answers and does nothing else: what the browser itself costs. */
function writeEmpty(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lurewatch-empty-'));
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    background: { service_worker: 'worker.js' },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'worker.js'),
    'chrome.runtime.onMessage.addListener((message, sender, answer) => { answer(1); });',
  );
  writeFileSync(join(folder, 'options.html'), '<!doctype html><title>Empty</title>');
  return folder;
}

/** Milliseconds from asking to the answer, as the page that asks sees it. */
const roundTrip = (tab: Tab, message: unknown): Promise<number> =>
  tab.evaluate(`(async () => {
    const start = performance.now();
    const answer = await chrome.runtime.sendMessage(${JSON.stringify(message)});
    if (answer === undefined || answer.error) throw new Error('no answer');
    return performance.now() - start;
  })()`);

/** Prints cold and warm round trips, and what stands between a post in view and its banner. */
export async function benchWake(): Promise<void> {
  const empty = writeEmpty();
  const web = await startWeb();
  web.serve(SITE, PAGE);
  const chromium = await Chromium.launch([resolve('.output/chrome-mv3'), empty], web.proxy);
  try {
    const ids = await extensionIds(chromium);
    const [own, other] = await Promise.all([
      chromium.open(`chrome-extension://${ids.ours}/options.html`),
      chromium.open(`chrome-extension://${ids.empty}/options.html`),
    ]);
    const [text = ''] = makePosts('mixed', 1);
    const judge = { name: 'check.judge', request: { text, links: [] } };
    const posts = makePosts('mixed', BATCH).map((post) => ({
      name: 'check.judge',
      request: { text: post, links: [] },
    }));
    const times = {
      ping: [] as number[],
      cold: [] as number[],
      warmPing: [] as number[],
      warm: [] as number[],
    };
    for (let round = -2; round < ROUNDS; round++) {
      await chromium.endWorker(ids.empty);
      await chromium.endWorker(ids.ours);
      const ping = await roundTrip(other, 1);
      const cold = await roundTrip(own, judge);
      const warmPing = await roundTrip(other, 1);
      const warm: number[] = [];
      for (const post of posts) warm.push(await roundTrip(own, post));
      if (round < 0) continue;
      times.ping.push(ping);
      times.cold.push(cold);
      times.warmPing.push(warmPing);
      times.warm.push(median(warm));
    }
    const row = (name: string, ms: number[], base: number[]) => [
      name,
      spread(ms),
      quantile(ms, 0.95).toFixed(1),
      `${(median(ms) / median(base)).toFixed(2)}×`,
    ];
    table(
      `Round trips in Chromium, ms, ${ROUNDS} rounds in turn`,
      ['', 'median (middle half)', 'p95', 'times an empty extension'],
      [
        row('empty extension, asleep', times.ping, times.ping),
        row('verdict, asleep', times.cold, times.ping),
        row('empty extension, awake', times.warmPing, times.warmPing),
        row('verdict, awake', times.warm, times.warmPing),
      ],
    );
    await printBanners(chromium, ids.ours);
  } finally {
    await chromium.close();
    await web.close();
    rmSync(empty, { recursive: true });
  }
}

/** Ids by which the two extensions can be told apart: only one has a worker named like ours. */
async function extensionIds(chromium: Chromium): Promise<{ ours: string; empty: string }> {
  for (;;) {
    const workers = (await chromium.targets()).filter(({ type }) => type === 'service_worker');
    const idOf = (name: string) =>
      workers.map(({ url }) => new URL(url)).find(({ pathname }) => pathname === name)?.host;
    const [ours, empty] = [idOf('/background.js'), idOf('/worker.js')];
    if (ours && empty) return { ours, empty };
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** A page of a named site into which posts come one by one. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>Home</title>
<main data-testid="primaryColumn"></main>`;

/** Puts a post into view; milliseconds until the banner's host stands beside it. */
const postToBanner = (tab: Tab, number: number): Promise<number> =>
  tab.evaluate(`new Promise((done) => {
    const post = document.createElement('article');
    post.dataset.testid = 'tweet';
    post.innerHTML = '<div data-testid="User-Name"><a href="/u${number}"><span>User ${number}</span></a>' +
      '<a href="/u${number}/status/${number}"><time>1h</time></a></div>' +
      '<div data-testid="tweetText"><span>${LURE}</span> (${number})</div>';
    const start = performance.now();
    const seen = new MutationObserver((changes) => {
      const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
      // A plain div without any attribute: nothing of the page looks like it.
      if (!added.some((node) => node.localName === 'div' && node.attributes.length === 0)) return;
      seen.disconnect();
      done(performance.now() - start);
    });
    document.querySelector('main').prepend(post);
    seen.observe(document.querySelector('main'), { childList: true, subtree: true });
  })`);

async function printBanners(chromium: Chromium, id: string): Promise<void> {
  const page = await chromium.open(SITE);
  const [awake, asleep]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    await chromium.endWorker(id);
    asleep.push(await postToBanner(page, 2 * round));
    awake.push(await postToBanner(page, 2 * round + 1));
  }
  table(
    `From a post in view to its banner, ms, ${ROUNDS} posts each`,
    ['', 'median (middle half)', 'p95'],
    [
      ['awake', spread(awake), quantile(awake, 0.95).toFixed(1)],
      ['asleep', spread(asleep), quantile(asleep, 0.95).toFixed(1)],
    ],
  );
}
