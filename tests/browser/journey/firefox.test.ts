/**
 * A reader meets a lure in Firefox. No driver looks into a closed shadow root there, so the test
 * sees what the page can see: plain empty boxes that stand at the lures and take up a line.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExtensionInFirefox, launchFirefox } from '../harness/firefox.ts';
import { serveFixtures } from '../harness/fixtures.ts';
import { startWeb, type Web } from '../harness/web.ts';

let web: Web;
let extension: ExtensionInFirefox;
let page: Page;

/** The text before each of our boxes, in page order. */
const warnedTexts = () =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('div')]
      .filter((box) => box.attributes.length === 0 && box.childNodes.length === 0)
      .filter((box) => box.getBoundingClientRect().height >= 24)
      .map((box) => box.parentElement?.textContent ?? ''),
  );

beforeAll(async () => {
  web = await startWeb();
  const fixture = serveFixtures(web).find(({ name }) => name === 'facebook/group')!;
  extension = await launchFirefox(web);
  page = await extension.browser.newPage();
  await page.goto(fixture.url);
});

afterAll(async () => {
  await extension.close();
  await web.close();
});

it('has a box at each lure and none at the honest posts', async () => {
  const texts = async () => (await warnedTexts()).join();
  await expect.poll(texts, { timeout: 20_000 }).toContain('Typing and chat job');
  await expect.poll(texts, { timeout: 20_000 }).toContain('@example_mwd');
  expect(await texts()).not.toMatch(/Luzon Star Crew|Hatid Express/);
});

it('unfolds under a real press', async () => {
  const boxes = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('div')]
        .filter((box) => box.attributes.length === 0 && box.childNodes.length === 0)
        .map((box) => box.getBoundingClientRect().toJSON())
        .filter(({ height }) => height >= 24),
    );
  const [folded] = await boxes();
  // "Why?" and "What can I do?" stand left of "Not a problem" and "Report" at the line's end.
  for (let left = 340; left >= 180 && (await boxes())[0].height === folded.height; left -= 20) {
    await page.mouse.click(folded.right - left, folded.bottom - 18);
    await new Promise((done) => setTimeout(done, 150));
  }
  expect((await boxes())[0].height).toBeGreaterThan(folded.height + 40);
});
