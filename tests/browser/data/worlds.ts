/**
 * Speaks as the content script does: evaluates in its isolated world, through the debugger. What
 * is tested is the background as shipped; only the words come from the test.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { vi } from 'vitest';
import type { Post } from '#schema/post.ts';
import type { Web } from '#tests/browser/harness/web.ts';

export interface World {
  /** Sends a message to the background and gives the raw answer. */
  ask(message: unknown): Promise<unknown>;
  evaluate<T>(expression: string): Promise<T>;
}

interface Context {
  id: number;
  origin: string;
}

/** The world of our content script in a page that is open. */
export async function readerWorld(page: Page): Promise<World> {
  const session = await page.context().newCDPSession(page);
  const ours = new Promise<Context>((found) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension://')) found(context);
    });
  });
  await session.send('Runtime.enable');
  const { id } = await ours;
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId: id,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  };
  return { evaluate, ask: (message) => evaluate(asking(message)) };
}

/** Expression that sends a message and gives the answer, for any world that has `chrome.runtime`. */
export const asking = (message: unknown): string =>
  `chrome.runtime.sendMessage(${JSON.stringify(message)})`;

/** Sends a message from a page of the extension. */
export const askFrom = (page: Page, message: unknown): Promise<unknown> =>
  page.evaluate(asking(message));

/** Everything in the extension's database, as it is on the disk. */
export const stored = (ownPage: Page): Promise<Record<string, unknown[]>> =>
  ownPage.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open('lurewatch');
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => fail(opening.error);
    });
    const rows: Record<string, unknown[]> = {};
    for (const name of db.objectStoreNames)
      rows[name] = await new Promise((done) => {
        const reading = db.transaction(name).objectStore(name).getAll();
        reading.onsuccess = () => done(reading.result);
      });
    db.close();
    return rows;
  });

/** Where the test's page is served: a named site, so that the content script runs there. */
export const ADDRESS = 'https://www.linkedin.com/test-of-data/';

/** A lure with words that no list of rules would lose. */
export const LURE: Post = {
  site: 'linkedin',
  key: 'urn:li:activity:1',
  kind: 'post',
  url: ADDRESS,
  text: [
    'Customer service in Myawaddy KK Park, salary 3000 USD per month, no experience needed.',
    'Free flight and visa, free accommodation, age 18-35.',
    'You enter on a tourist visa. Contact only by Telegram @unlikely_boss, urgent hiring.',
  ].join('\n'),
  author: 'Unlikely Author',
  company: 'Unlikely Company',
  links: ['https://t.me/unlikely_boss'],
  partial: false,
};

export const judged = { name: 'reader.judge', request: { posts: [LURE] } };

/** Level of the warning that an answer to `judged` holds; `null` where there is none. */
export const levelIn = (answer: unknown): string | null | undefined =>
  (answer as { response?: { results: { warning: { level: string } | null }[] } }).response
    ?.results[0]?.warning?.level ?? null;

/** Requests beside the test's own page; Chromium's own look-ups for updates and accounts are not ours. */
export const askedBesides = ({ requests }: Web): { url: string; body: string }[] =>
  requests.filter(({ url, body }) => {
    const isOwnPage = url === ADDRESS || url === new URL('/favicon.ico', ADDRESS).href;
    const isOfChromium = /^https?:\/\/[\w-]+\.google(apis)?\.com\//.test(url);
    return /unlikely|Myawaddy/i.test(url + body) || !(isOwnPage || isOfChromium);
  });

/** The page of the extension that was opened last under a name, once it is there. */
export const openedPage = (context: BrowserContext, name: string): Promise<Page> =>
  vi.waitUntil(() => context.pages().findLast((page) => page.url().includes(`/${name}`)), {
    timeout: 10_000,
  });
