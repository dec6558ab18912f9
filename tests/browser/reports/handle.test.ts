/** The small button at posts without a warning: by mouse, by keyboard, and for nobody but a person. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import english from '#locales/en.json' with { type: 'json' };
import { askFrom, openedPage } from '#tests/browser/data/worlds.ts';
import { type SeenBanner, seenBanners, waitForBanners } from '#tests/browser/harness/banners.ts';
import { type ExtensionInChromium, launchChromium } from '#tests/browser/harness/chromium.ts';
import { startWeb, type Web } from '#tests/browser/harness/web.ts';
import { closeWelcome, HONEST, LURE, timeline } from '#tests/browser/reader/stage.ts';

const HOME = 'https://x.com/home';
const REPORT = english['banner.report'];
let web: Web;
let extension: ExtensionInChromium;
let page: Page;

beforeAll(async () => {
  web = await startWeb();
  web.serve(
    HOME,
    timeline([
      { id: '1', html: HONEST },
      { id: '2', html: LURE },
      { id: '3', html: `${HONEST} Again.` },
    ]),
  );
  extension = await launchChromium(web);
  await closeWelcome(extension);
  page = await extension.context.newPage();
  await page.goto(HOME);
  await waitForBanners(page, 1);
});
afterAll(async () => {
  await extension?.close();
  await web?.close();
});
beforeEach(async () => {
  await page.bringToFront();
  await page.mouse.move(0, 700);
});

const post = (number: number) => page.getByTestId('tweetText').nth(number - 1);
const isHandle = ({ controls }: SeenBanner) =>
  controls.length === 1 && controls[0]!.name === REPORT;
const handles = async () => (await seenBanners(page)).filter(isHandle);
const boxes = () =>
  page.getByTestId('tweet').evaluateAll((all) =>
    all.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return [x, y, width, height];
    }),
  );

/** The posts, counted from one, over which a button stands. */
const handled = async () => {
  const places = await boxes();
  return (await handles()).map(
    ({ controls: [at] }) => places.filter(([, y]) => y! <= at!.y).length,
  );
};

async function draftIn(form: Page): Promise<{ post: { text: string } }> {
  const id = new URL(form.url()).searchParams.get('draft');
  const { response } = (await askFrom(form, { name: 'report.draft', request: { id } })) as {
    response: { draft: { post: { text: string } } };
  };
  return response.draft;
}

it('comes where the pointer rests, moves nothing of the page, and reports that post', async () => {
  const before = await boxes();
  await post(3).hover();
  await expect.poll(async () => (await handles()).length).toBe(1);
  expect(await boxes()).toEqual(before);
  const [handle] = await handles();
  const { x, y } = handle!.controls[0]!;
  const article = (await page.getByTestId('tweet').nth(2).boundingBox())!;
  expect(x).toBeGreaterThan(article.x + article.width / 2);
  expect(x).toBeLessThan(article.x + article.width);
  expect(y).toBeGreaterThan(article.y);
  expect(y).toBeLessThan(article.y + article.height);
  await page.mouse.click(x, y);
  const form = await openedPage(extension.context, 'report.html');
  expect((await draftIn(form)).post.text).toBe(`${HONEST} Again.`);
  await form.close();
});

it('stands at one post at a time, and at none that has a banner or is left', async () => {
  await post(1).hover();
  await expect.poll(handled).toEqual([1]);
  await post(3).hover();
  await expect.poll(handled).toEqual([3]);
  await post(2).hover();
  await expect.poll(handled).toEqual([]);
  await post(1).hover();
  await expect.poll(handled).toEqual([1]);
  await page.mouse.move(0, 700);
  await expect.poll(handled).toEqual([]);
});

it('comes with the focus, and is reached and pressed by keyboard', async () => {
  await page.getByTestId('tweet').nth(0).getByRole('link').last().focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await handles()).length).toBe(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const form = await openedPage(extension.context, 'report.html');
  expect((await draftIn(form)).post.text).toBe(HONEST);
  await form.close();
});

it('does not come for events that the page makes', async () => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.mouse.move(0, 690);
  await expect.poll(async () => (await handles()).length).toBe(0);
  await page.evaluate(() => {
    const at = document.querySelector('[data-testid="tweetText"]')!;
    for (const type of ['pointerover', 'focusin'])
      at.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }));
  });
  await page.waitForTimeout(500);
  expect(await handles()).toEqual([]);
});
