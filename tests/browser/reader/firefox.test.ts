/**
 * The reader in real Firefox. Its driver cannot look into closed shadow roots, so a banner is known
 * by its host: the one `div` of an article that carries no attribute, and that takes up room.
 */
import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ExtensionInFirefox, launchFirefox } from '../harness/firefox.ts';
import { startWeb, type Web } from '../harness/web.ts';
import { ADDRESS, LURE, serveBehaviour, timeline } from './stage.ts';

let web: Web;
let firefox: ExtensionInFirefox;
let page: Page;

beforeAll(async () => {
  web = await startWeb();
  serveBehaviour(web);
  firefox = await launchFirefox(web);
  return async () => {
    await firefox.close();
    await web.close();
  };
});
beforeEach(async () => {
  // The welcome page may have come up meanwhile; behind it nothing comes into view.
  page = await firefox.browser.newPage();
  await page.bringToFront();
  return () => page.close();
});

const HOST = 'article > div:not([data-testid]):not([role])';

/** Waits until so many banners take up room. */
const hosts = (count: number) =>
  page.waitForFunction(
    (css, wanted) =>
      [...document.querySelectorAll(css)].filter((host) => host.clientHeight > 20).length ===
      wanted,
    { timeout: 15_000, polling: 100 },
    HOST,
    count,
  );

describe('in Firefox', () => {
  it('a page that looks for traces sees one plain empty div', async () => {
    await page.goto(ADDRESS.hostile);
    await hosts(1);
    const { seen, html, uuids } = await page.evaluate(() => ({
      seen: (globalThis as unknown as { seen: { nodes: string[]; events: string[]; messages: [] } })
        .seen,
      html: document.documentElement.outerHTML,
      uuids: Object.keys(globalThis).join(),
    }));
    expect(seen.nodes).toEqual(['<div></div>']);
    expect(seen.messages).toEqual([]);
    expect(seen.events).toEqual([]);
    expect(JSON.stringify([seen, html, uuids])).not.toMatch(/lurewatch|moz-extension/i);
  });

  it('a list that re-uses its nodes has banners at its lures only', async () => {
    await page.goto(ADDRESS.recycling);
    await page.waitForSelector(HOST);
    for (let y = 300; y <= 6_000; y += 300) {
      await page.evaluate((to) => scrollTo(0, to), y);
      await new Promise((done) => setTimeout(done, 40));
    }
    await page.waitForFunction(
      (css) =>
        [...document.querySelectorAll<HTMLElement>('article')].every(
          (article) =>
            (article.querySelector(`:scope${css.slice('article'.length)}`) !== null) ===
            (Number(article.dataset.number) % 5 === 2),
        ),
      { timeout: 10_000, polling: 100 },
      HOST,
    );
  });

  it('"see more" is judged again once the reader pressed it', async () => {
    await page.goto(ADDRESS['see-more']);
    await new Promise((done) => setTimeout(done, 1_500));
    const own = '[aria-posinset] div:not([dir]):not([role]):not([data-ad-rendering-role])';
    expect(await page.$(own)).toBeNull();
    await page.click('#more');
    await page.waitForSelector(own, { timeout: 10_000 });
  });

  it('quotes are marked while the signs are unfolded, by the keyboard', async () => {
    web.serve('https://x.com/marks', timeline([{ id: '1', html: LURE }]));
    await page.goto('https://x.com/marks');
    await hosts(1);
    const marked = () => page.evaluate(() => document.adoptedStyleSheets.length);
    expect(await marked()).toBe(0);
    const box = (await (await page.$(HOST))!.boundingBox())!;
    await page.mouse.click(box.x + 5, box.y + 5);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => CSS.highlights.size === 1, { timeout: 5_000 });
    const words = await page.evaluate(() =>
      [...CSS.highlights.values()].flatMap((one) => [...one].map(String)),
    );
    expect(words.length).toBeGreaterThan(2);
    for (const word of words) expect(LURE).toContain(word);
  });
});
