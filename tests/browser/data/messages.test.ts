/** Hostile and broken messages: refused with a code, and the background goes on working. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionInChromium, launchChromium } from '#tests/browser/harness/chromium.ts';
import { startWeb, type Web } from '#tests/browser/harness/web.ts';
import {
  ADDRESS,
  askedBesides,
  askFrom,
  judged,
  LURE,
  levelIn,
  readerWorld,
  type World,
} from './worlds.ts';

let web: Web;
let extension: ExtensionInChromium;
let reader: World;

beforeAll(async () => {
  web = await startWeb();
  web.serve(ADDRESS, '<!doctype html><title>A page</title><p>Nothing to see');
  extension = await launchChromium(web);
  const page = await extension.context.newPage();
  await page.goto(ADDRESS);
  reader = await readerWorld(page);
});
afterAll(async () => {
  await extension?.close();
  await web?.close();
});

describe('the background', () => {
  it('answers our content script', async () => {
    expect(levelIn(await reader.ask(judged))).toBe('danger');
  });

  it.each([
    [{ name: 'check.judge', request: { text: 'x', links: [] } }],
    [{ name: 'check.handed', request: { id: 'x' } }],
    [{ name: 'report.draft', request: { id: 'x' } }],
    [{ name: 'settings.changed', request: {} }],
    [{ name: 'page.restart', request: {} }],
  ])('gives a content script nothing that is for our own pages: %j', async (message) => {
    // Without a handler there the message stays unanswered; either way nothing comes back.
    expect(await reader.ask(message)).toSatisfy(
      (answer: unknown) =>
        answer === undefined ||
        answer === null ||
        (answer as { error?: string }).error === 'bad-sender',
    );
  });

  it('takes no post from our own pages', async () => {
    const own = await extension.openOwn('options.html');
    expect(await askFrom(own, judged)).toEqual({ error: 'bad-sender' });
    await own.close();
  });

  it.each([
    [null],
    [[]],
    ['reader.judge'],
    [{ name: 'constructor', request: {} }],
    [{ name: '__proto__', request: {} }],
    [{ name: 'reader.everything', request: {} }],
  ])('refuses what is no message of ours: %j', async (message) => {
    expect(await reader.ask(message)).toEqual({ error: 'unknown-message' });
  });

  it.each([
    ['no request', undefined],
    ['no posts', {}],
    ['a post without text', { posts: [{ ...LURE, text: undefined }] }],
    ['a text beyond the limit', { posts: [{ ...LURE, text: 'x'.repeat(200_001) }] }],
    ['26 posts', { posts: Array.from({ length: 26 }, () => LURE) }],
  ])('refuses %s', async (_what, request) => {
    expect(await reader.ask({ name: 'reader.judge', request })).toEqual({ error: 'bad-request' });
  });

  it('judges odd text without harm, and goes on working', async () => {
    const odd = ['\ud800', '\u202e'.repeat(1000), '__proto__', '', 'constructor '.repeat(10_000)];
    const posts = odd.map((text) => ({ ...LURE, text, title: '\u0000', author: '__proto__' }));
    const answer = await reader.ask({ name: 'reader.judge', request: { posts } });
    expect(answer).toHaveProperty('response.results.length', odd.length);
    expect(levelIn(await reader.ask(judged))).toBe('danger');
  });

  it('cannot be reached by the page itself', async () => {
    const page = extension.context.pages().find((open) => open.url() === ADDRESS)!;
    expect(await page.evaluate(() => typeof (globalThis as { browser?: unknown }).browser)).toBe(
      'undefined',
    );
    const sent = `(async () => chrome.runtime.sendMessage('${extension.id}', ${JSON.stringify(judged)}))()`;
    await expect(page.evaluate(sent)).rejects.toThrow();
    expect(await page.evaluate(`typeof chrome.runtime`)).toBe('undefined');
  });

  it('asks nothing of the network', () => {
    expect(askedBesides(web)).toEqual([]);
  });
});
