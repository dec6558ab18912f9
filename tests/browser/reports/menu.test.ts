/** Posts without a warning are reported too: by the context menu, with the mouse or by keyboard, and from the check page. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import english from '#locales/en.json' with { type: 'json' };
import { askFrom, openedPage } from '#tests/browser/data/worlds.ts';
import { type ExtensionInChromium, launchChromium } from '#tests/browser/harness/chromium.ts';
import { serveFixtures } from '#tests/browser/harness/fixtures.ts';
import { startWeb, type Web } from '#tests/browser/harness/web.ts';

let web: Web;
let extension: ExtensionInChromium;
let page: Page;
/** Words of posts in the fixture, with a warning and without one. */
const WORDS = '[data-ad-rendering-role="story_message"]';

beforeAll(async () => {
  web = await startWeb();
  const { url } = serveFixtures(web).find(({ name }) => name === 'facebook/group')!;
  extension = await launchChromium(web);
  page = await extension.context.newPage();
  await page.goto(url);
  // The reader has looked at the page by then.
  await page.waitForTimeout(2_000);
});
afterAll(async () => {
  await extension?.close();
  await web?.close();
});
beforeEach(async () => {
  await page.bringToFront();
});

/** No driver can press an entry of the browser's menu: the background's part is asked for. */
const reportHere = async () => {
  const worker = await extension.worker();
  return worker.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true });
    return chrome.tabs.sendMessage(tab.id, { name: 'page.report', request: {} });
  })()`);
};
async function draftIn(form: Page): Promise<{ level: string; post: { text: string } }> {
  const id = new URL(form.url()).searchParams.get('draft');
  const { response } = (await askFrom(form, { name: 'report.draft', request: { id } })) as {
    response: { draft: { level: string; post: { text: string } } };
  };
  return response.draft;
}

it('reports the post on which the menu was opened', async () => {
  const posts = page.locator(WORDS);
  const texts = await posts.allInnerTexts();
  expect(texts.length).toBeGreaterThan(2);
  const seen = new Set<string>();
  for (const index of [0, texts.length - 1]) {
    await posts.nth(index).scrollIntoViewIfNeeded();
    await posts.nth(index).click({ button: 'right', position: { x: 10, y: 6 } });
    expect(await reportHere()).toEqual({ response: { found: true } });
    const form = await openedPage(extension.context, 'report.html');
    await form.getByRole('heading', { name: english['report.title'] }).waitFor();
    const { post } = await draftIn(form);
    expect(texts[index]!.replaceAll(/\s+/g, ' ')).toContain(
      post.text.replaceAll(/\s+/g, ' ').slice(0, 20).trim(),
    );
    seen.add(post.text);
    await form.close();
    await page.bringToFront();
    await page.keyboard.press('Escape');
  }
  expect(seen.size).toBe(2);
});

it('reports nothing where the menu was opened beside all posts, or by the page itself', async () => {
  await page.evaluate(() => {
    document
      .querySelector('[data-ad-rendering-role="story_message"]')!
      .dispatchEvent(new MouseEvent('contextmenu', { bubbles: true }));
  });
  expect(await reportHere()).toEqual({ response: { found: false } });
});

it('reports a text from the check page', async () => {
  const check = await extension.openOwn('check.html');
  await check.getByLabel(english['check.field']).fill('An ordinary job as a cook, from a chat.');
  await check.getByRole('button', { name: english['check.go'] }).click();
  await check.getByRole('button', { name: english['banner.report'] }).click();
  const form = await openedPage(extension.context, 'report.html');
  expect(await draftIn(form)).toMatchObject({
    level: 'none',
    post: { site: 'text', text: 'An ordinary job as a cook, from a chat.' },
  });
});
