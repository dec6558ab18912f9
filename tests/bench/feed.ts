/**
 * What the built extension costs the main thread of a busy feed: 5,000 posts, 20 every four frames,
 * in 160 nodes that are used again and again, with ten counters that move in every frame. Counted is
 * every call into our content script that the browser's own trace records, messages included.
 * Prints figures, never fails on them.
 */
import type { CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../browser/harness/chromium.ts';
import { startWeb } from '../browser/harness/web.ts';
import { closeWelcome } from '../browser/reader/stage.ts';
import { table } from './print.ts';

const POSTS = 5_000;
const ROUNDS = 2;
const URL_OF_FEED = 'https://x.com/bench';
const WORDS =
  'We look for people who like to work with others in our shop near the station, weekends off. ';
const LURE =
  'Customer service agents wanted in Poipet, Cambodia. No experience, no interview. Salary 3000 USD per month. Free flight ticket, free visa and free accommodation. Message HR on Telegram @lucky_hr_888';

/** Runs in the page: the feed, until all posts were shown. */
function runFeed([posts, words, lure]: readonly [number, string, string]): Promise<void> {
  const feed = document.querySelector('main')!;
  const nodes: HTMLElement[] = [];
  let count = 0;
  const show = (node: HTMLElement, n: number) => {
    node.querySelector('[data-testid="tweetText"]')!.innerHTML =
      `<span>${n % 100 === 50 ? lure : words.repeat(5 + (n % 20))}</span> (${n})`;
    node.querySelector('[data-testid="User-Name"]')!.innerHTML =
      `<a href="/u${n}"><span>User ${n}</span></a> <a href="/u${n}/status/${n}"><time>1h</time></a>`;
    feed.append(node);
  };
  const create = () => {
    const node = document.createElement('article');
    node.dataset.testid = 'tweet';
    node.innerHTML =
      '<div data-testid="User-Name"></div><div data-testid="tweetText"></div><div role="group"><span class="n">0</span></div>';
    return node;
  };
  return new Promise((done) => {
    let frame = 0;
    const tick = () => {
      const counters = feed.querySelectorAll('.n');
      for (let i = 0; i < 10 && counters.length > 0; i++)
        counters[(frame * 7 + i * 13) % counters.length]!.textContent = String(frame);
      if (frame++ % 4 === 0) {
        for (let i = 0; i < 20 && count < posts; i++, count++) {
          const node = nodes.length < 160 ? create() : nodes.shift()!;
          nodes.push(node);
          show(node, count);
        }
        scrollTo(0, document.body.scrollHeight);
      }
      if (count < posts) requestAnimationFrame(tick);
      else setTimeout(done, 1_500);
    };
    requestAnimationFrame(tick);
  });
}

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  /** Processor time of the thread: what the call cost, however busy the machine. */
  tdur?: number;
  tid: number;
  args: { data?: { url?: string } };
}

/** Records while `work` runs; gives the calls into our script that no other such call contains. */
async function ownCalls(session: CDPSession, work: () => Promise<void>): Promise<number[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as never[])));
  await session.send('Tracing.start', {
    traceConfig: {
      includedCategories: ['devtools.timeline'],
      excludedCategories: ['*'],
      traceBufferSizeInKb: 1_000_000,
    },
    transferMode: 'ReportEvents',
  });
  await work();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  let end = 0;
  return events
    .filter(
      ({ name, ph, args }) =>
        name === 'FunctionCall' && ph === 'X' && args.data?.url?.includes('/reader.js'),
    )
    .sort((a, b) => a.ts - b.ts)
    .flatMap(({ ts, dur = 0, tdur = dur }) => {
      if (ts < end) return [];
      end = ts + dur;
      return tdur / 1_000;
    });
}

async function measure(page: Page, session: CDPSession): Promise<number[]> {
  await page.goto(URL_OF_FEED);
  await page.waitForTimeout(1_000);
  return ownCalls(session, () => page.evaluate(runFeed, [POSTS, WORDS, LURE] as const));
}

const FEED = `<!doctype html><meta charset="utf-8"><title>Home</title><style>
  [data-testid="tweetText"] { max-height: 20px; overflow: hidden } article { height: 60px; overflow: hidden }
  </style><main data-testid="primaryColumn"></main>`;

/** Prints what each round of the feed has cost the page's own thread. */
export async function benchFeed(): Promise<void> {
  const web = await startWeb();
  web.serve(URL_OF_FEED, FEED);
  const chromium = await launchChromium(web);
  try {
    await closeWelcome(chromium);
    const session = await chromium.context.browser()!.newBrowserCDPSession();
    const rounds: number[][] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const page = await chromium.context.newPage();
      rounds.push(await measure(page, session));
      await page.close();
    }
    table(
      `A feed of ${POSTS} posts: processor time of our calls on the page's thread`,
      ['round', 'calls', 'ms', 'µs a post', 'longest, ms'],
      rounds.map((calls, round) => {
        const total = calls.reduce((sum, ms) => sum + ms, 0);
        return [
          `${round + 1}`,
          `${calls.length}`,
          total.toFixed(0),
          ((1_000 * total) / POSTS).toFixed(1),
          Math.max(...calls).toFixed(1),
        ];
      }),
    );
  } finally {
    await chromium.close();
    await web.close();
  }
}
