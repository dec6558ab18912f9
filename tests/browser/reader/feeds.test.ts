/** How sites move their posts about, with the built extension in Chromium. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PageState } from '#schema/messages.ts';
import { seenBanners, waitForBanners } from '../harness/banners.ts';
import { type ExtensionInChromium, launchChromium } from '../harness/chromium.ts';
import { startWeb, type Web } from '../harness/web.ts';
import { ADDRESS, closeWelcome, HONEST, LURE, serveBehaviour, timeline } from './stage.ts';

let web: Web;
let chromium: ExtensionInChromium;
let page: Page;

beforeAll(async () => {
  web = await startWeb();
  serveBehaviour(web);
  chromium = await launchChromium(web);
  await closeWelcome(chromium);
  return async () => {
    await chromium.close();
    await web.close();
  };
});
beforeEach(async () => {
  page = await chromium.context.newPage();
  return () => page.close();
});

/** What the popup would be told of the page in front. */
async function state(): Promise<PageState> {
  await page.bringToFront();
  const worker = await chromium.worker();
  return worker.evaluate(async () => {
    interface Tabs {
      query(of: object): Promise<{ id: number }[]>;
      sendMessage(tab: number, message: object): Promise<{ response: PageState }>;
    }
    // Runs in the worker, where `chrome` is.
    const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    const answer = await tabs.sendMessage(tab!.id, { name: 'page.state', request: {} });
    return answer.response;
  });
}

/** Waits until `check` no longer throws. */
async function eventually(check: () => Promise<void>, timeout = 8_000): Promise<void> {
  for (const end = Date.now() + timeout; ; ) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await page.waitForTimeout(100);
    }
  }
}

describe('a feed that grows', () => {
  it('has a banner at each lure that comes near, at that lure', async () => {
    await page.goto(ADDRESS['infinite-scroll']);
    await waitForBanners(page, 1);
    const before = (await state()).found;
    await page.evaluate(() => scrollTo(0, 5_000));
    await page.waitForTimeout(300);
    await page.evaluate(() => scrollTo(0, 9_000));
    await eventually(async () => {
      const now = await state();
      expect(now.found).toBeGreaterThan(before);
      expect(now.warned.length).toBeGreaterThan(4);
    });
    const misplaced = await page.evaluate(() =>
      [...document.querySelectorAll('article')].filter((article) => {
        const hasBanner = article.querySelector(':scope > div:not([data-testid]):not([role])');
        return hasBanner && !article.textContent.includes('Poipet');
      }),
    );
    expect(misplaced).toEqual([]);
  });

  it('does not judge posts far from the viewport', async () => {
    const posts = Array.from({ length: 200 }, (_, n) => ({ id: `${n}`, html: `${HONEST} (${n})` }));
    web.serve('https://x.com/long', timeline(posts));
    await page.goto('https://x.com/long');
    await eventually(async () => expect((await state()).judged).toBeGreaterThan(5));
    await page.waitForTimeout(700);
    const { found, judged } = await state();
    expect(found).toBe(200);
    expect(judged).toBeLessThan(60);
  });
});

describe('a list that re-uses its nodes', () => {
  it('never shows a banner at another post', async () => {
    await page.goto(ADDRESS.recycling);
    await waitForBanners(page, 1);
    // Looks in every frame, as a reader's eye might.
    await page.evaluate(() => {
      const wrong: string[] = [];
      Object.assign(window, { wrong });
      const look = () => {
        for (const article of document.querySelectorAll<HTMLElement>('article')) {
          const host = article.querySelector(':scope > div:not([data-testid]):not([role])');
          if (host && Number(article.dataset.number) % 5 !== 2) wrong.push(article.dataset.number!);
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    for (let y = 300; y <= 9_000; y += 300) {
      await page.evaluate((to) => scrollTo(0, to), y);
      await page.waitForTimeout(40);
    }
    await eventually(async () => {
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('article')]
          .filter((article) => article.querySelector(':scope > div:not([data-testid]):not([role])'))
          .map((article) => Number(article.dataset.number)),
      );
      const held = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('article')].map((article) =>
          Number(article.dataset.number),
        ),
      );
      expect(shown.sort()).toEqual(held.filter((n) => n % 5 === 2).sort());
    }, 25_000);
    expect(await page.evaluate(() => (window as unknown as { wrong: string[] }).wrong)).toEqual([]);
  });
});

describe('"see more"', () => {
  it('is never pressed; the post is judged again when the reader pressed it', async () => {
    await page.goto(ADDRESS['see-more']);
    await eventually(async () => expect((await state()).judged).toBe(1));
    await page.waitForTimeout(500);
    expect(await page.locator('#more').count()).toBe(1);
    expect(await seenBanners(page)).toEqual([]);
    await page.locator('#more').click();
    await waitForBanners(page, 1);
    const quoted = (await state()).warned[0]!.warning.signs.flatMap(({ quotes }) => quotes);
    expect(quoted.map(({ text }) => text)).toContain('Message HR on Telegram');
  });
});

describe('soft navigation', () => {
  it('judges the pane under its new address, and its card by the pane', async () => {
    await page.goto(ADDRESS['soft-navigation']);
    await eventually(async () => expect((await state()).judged).toBe(4));
    expect(await seenBanners(page)).toEqual([]);

    await page.locator('li').nth(1).click();
    // One banner in the pane, one at the card, which alone says too little.
    await eventually(async () => expect(await seenBanners(page)).toHaveLength(2), 12_000);
    expect(await page.locator('li').nth(1).locator('div:not([class])').count()).toBe(1);
    const keys = (await state()).warned.map(({ key }) => key);
    expect(keys).toEqual(['4400000002', '4400000002']);

    await page.locator('li').nth(2).click();
    // The pointer calls up the button that reports a post.
    await page.mouse.move(1, 1);
    await eventually(async () => expect(await seenBanners(page)).toHaveLength(1), 12_000);
    // What was judged of the second job stays with its card and does not pass to the third.
    await page.waitForTimeout(2_500);
    expect((await state()).warned.map(({ key }) => key)).toEqual(['4400000002']);
  });
});

describe('a page that cannot be read', () => {
  it('says so after some seconds, and not while it has posts', async () => {
    web.serve('https://x.com/other', `<!doctype html><main>${'<p>Words. '.repeat(100)}</main>`);
    await page.goto('https://x.com/other');
    expect((await state()).readable).toBe(true);
    await eventually(async () => expect((await state()).readable).toBe(false), 9_000);
    web.serve('https://x.com/one', timeline([{ id: '1', html: LURE }]));
    await page.goto('https://x.com/one');
    await waitForBanners(page, 1);
    expect((await state()).readable).toBe(true);
  });
});
