/** A reader meets a lure: the built extension in Chromium, on a page at its real address. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SeenBanner, seenBanners, waitForBanners } from '../harness/banners.ts';
import { type ExtensionInChromium, launchChromium } from '../harness/chromium.ts';
import { serveFixtures } from '../harness/fixtures.ts';
import { startWeb, type Web } from '../harness/web.ts';

const GROUP = 'facebook/group';
/** Servers that the browser itself asks, whatever stands in the page. */
const browsersOwn = /(^|\.)(google|googleapis|gvt1|gstatic)\.com$/;

let web: Web;
let extension: ExtensionInChromium;
let page: Page;
let url: string;

async function press({ controls }: SeenBanner, name: RegExp): Promise<void> {
  const control = controls.find((item) => name.test(item.name));
  if (!control) throw new Error(`No control ${name} among ${controls.map((item) => item.name)}`);
  await page.mouse.click(control.x, control.y);
}

beforeAll(async () => {
  web = await startWeb();
  url = serveFixtures(web).find(({ name }) => name === GROUP)!.url;
  extension = await launchChromium(web);
  page = await extension.context.newPage();
  await page.goto(url);
});

afterAll(async () => {
  await extension.close();
  await web.close();
});

it('warns at the lures and leaves the honest posts alone', async () => {
  const banners = await waitForBanners(page, 2);
  await page.waitForTimeout(1_000);
  expect(await seenBanners(page)).toHaveLength(banners.length);
  expect(banners[0]!.text).toMatch(/^(Caution|Danger) .*lure/);
});

it('covers no word of the post', async () => {
  const [banner] = await seenBanners(page);
  const { x, y, width } = banner!.box;
  // What lies under the banner is the banner's host and what holds it, never the post's text.
  const below = await page.evaluate(
    ([left, top]) => document.elementFromPoint(left!, top!)?.textContent?.trim(),
    [x + width / 2, y + 4],
  );
  expect(below).toBe('');
});

it('gives its reasons in the words of the post, marks them there, and edits nothing', async () => {
  const before = await page.evaluate(() => document.body.textContent);
  await press((await seenBanners(page))[0]!, /^Why/);
  // Which of them are shown depends on weights that are learnt.
  const said = ['Myanmar and Cambodia', 'Typing and chat', 'free flight', 'free dorm', 'no scam'];
  await expect
    .poll(async () => {
      const [{ text }] = (await seenBanners(page)) as [SeenBanner];
      return said.filter((words) => text.toLowerCase().includes(words.toLowerCase())).length;
    })
    .toBeGreaterThan(2);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(1);
  expect(await page.evaluate(() => document.body.textContent)).toBe(before);
  await press((await seenBanners(page))[0]!, /^Why/);
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(0);
});

it('opens the report draft in a page of the extension', async () => {
  const opened = extension.context.waitForEvent('page');
  await press((await seenBanners(page))[0]!, /^Report/);
  const report = await opened;
  await report.waitForLoadState();
  expect(new URL(report.url()).pathname).toBe('/report.html');
  await expect.poll(() => report.locator('body').innerText()).toContain('t.me/example_hr_desk');
  await report.close();
  await page.bringToFront();
});

it('remembers "Not a problem" over a reload, and only for that post', async () => {
  const all = (await seenBanners(page)).length;
  await press((await seenBanners(page))[0]!, /^Not a problem/);
  await expect.poll(async () => (await seenBanners(page))[0]!.text).toContain('Hide this warning');
  await press((await seenBanners(page))[0]!, /^Hide this warning/);
  await expect.poll(async () => (await seenBanners(page))[0]!.text).toContain('Undo');
  await page.reload();
  await waitForBanners(page, all - 1);
  await page.waitForTimeout(1_000);
  expect(await seenBanners(page)).toHaveLength(all - 1);
});

it('lets nothing leave the browser', () => {
  const asked = web.requests.map((request) => new URL(request.url).host);
  const foreign = asked.filter((host) => host !== new URL(url).host && !browsersOwn.test(host));
  expect([...new Set(foreign)]).toEqual([]);
  const text = web.requests.map((request) => decodeURIComponent(request.url) + request.body).join();
  expect(text).not.toContain('example_hr_desk');
});
