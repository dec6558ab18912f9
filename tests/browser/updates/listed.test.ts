/** A website whose own address is listed: warned of where the reader has allowed it, and only there. */
import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { askFrom, stored } from '#tests/browser/data/worlds.ts';
import { seenBanners, waitForBanners } from '#tests/browser/harness/banners.ts';
import { type ExtensionInChromium, launchChromium } from '#tests/browser/harness/chromium.ts';
import { launchFirefox } from '#tests/browser/harness/firefox.ts';
import { startWeb, type Web } from '#tests/browser/harness/web.ts';
import { startMirror, withListed, withSerial } from './mirror.ts';

const DOMAIN = 'listed-employer.example.net';
const LISTED = `https://jobs.${DOMAIN}/apply`;
const OTHER = 'https://jobs.example.net/apply';
const PAGE = `<!doctype html><html lang="en"><title>Apply</title><body style="margin:0;font:18px sans-serif">
<h1>Apply now</h1><p>Pay the deposit to hold your place.</p></body></html>`;
/** What the browser holds once the reader has pressed "Warn on listed websites everywhere". */
const GRANTED = { host_permissions: ['https://*/*', 'http://*/*'] };

let web: Web;
let mirror: ReturnType<typeof startMirror>;
const folders: string[] = [];

beforeAll(async () => {
  web = await startWeb();
  mirror = startMirror(web);
  for (const address of [LISTED, OTHER]) web.serve(address, PAGE);
  await mirror.publish(withListed(1_000, DOMAIN), 1_000);
});
afterAll(async () => {
  await web?.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function packageFor(built: string, manifest: object): string {
  const folder = mirror.packageFor(built, manifest);
  folders.push(folder);
  return folder;
}

const check = (own: Page) => askFrom(own, { name: 'ruleset.check', request: {} });

describe('where all websites are granted', () => {
  let chromium: ExtensionInChromium;
  let own: Page;
  let page: Page;
  beforeAll(async () => {
    const extension = packageFor('.output/chrome-mv3', GRANTED);
    chromium = await launchChromium(web, { extension });
    own = await chromium.openOwn('options.html');
    await check(own);
    expect(await askFrom(own, { name: 'ruleset.status', request: {} })).toMatchObject({
      // By this look, or by the one that began with the browser.
      response: { serial: 1_000 },
    });
    page = await chromium.context.newPage();
  });
  afterAll(() => chromium?.close());

  const press = async (name: RegExp) => {
    const [banner] = await waitForBanners(page, 1);
    const control = banner!.controls.find((one) => name.test(one.name));
    await page.mouse.click(control!.x, control!.y);
  };

  it('says at the top of the page who listed it, when and why', async () => {
    await page.goto(LISTED);
    const [banner] = await waitForBanners(page, 1);
    expect(banner!.text).toContain('Danger');
    expect(banner!.text).toContain('This website is on a warning list');
    expect(banner!.text).toContain('Listed by the Lurewatch team since November 26, 2026');
    expect(banner!.text).toContain('Asked applicants for a deposit.');
    expect(banner!.text).toContain('LW-TEST-1');
    expect(banner!.box.y).toBe(0);
  });

  it('comes back where the page takes it away', async () => {
    await page.evaluate(() => document.documentElement.lastElementChild!.remove());
    expect(await waitForBanners(page, 1)).toHaveLength(1);
  });

  it('leads away at a press', async () => {
    await press(/Leave this page/);
    await page.waitForURL('about:blank');
  });

  it('stays away once it was called no problem, and comes back when that is undone', async () => {
    await page.goto(LISTED);
    await press(/Not a problem/);
    await press(/Hide this warning/);
    await vi.waitFor(async () => expect((await stored(own)).dismissals).toHaveLength(1));
    expect(JSON.stringify(await stored(own).then(({ dismissals }) => dismissals))).not.toContain(
      'listed-employer',
    );
    await press(/Undo/);
    await vi.waitFor(async () => expect((await stored(own)).dismissals).toHaveLength(0));
    await page.reload();
    expect(await waitForBanners(page, 1)).toHaveLength(1);
  });

  it('keeps a hash of what was warned of, and tells when the listing is withdrawn', async () => {
    const { sightings } = await stored(own);
    expect(sightings).toEqual([
      { hash: expect.stringMatching(/^[0-9a-f]{64}$/), day: expect.any(String) },
    ]);
    await mirror.publish(withSerial(1_001), 1_001);
    expect(await check(own)).toEqual({ response: { outcome: 'updated' } });
    const options = await chromium.openOwn('options.html#rules');
    const notice = options.getByText(new RegExp(`warned you about .*${DOMAIN}`));
    await notice.waitFor();
    await options.getByRole('button', { name: 'Got it' }).click();
    await notice.waitFor({ state: 'detached' });
    expect((await stored(own)).sightings).toEqual([]);
    // The page that is open is told too.
    await vi.waitFor(async () => expect(await seenBanners(page)).toEqual([]));
    await mirror.publish(withListed(1_002, DOMAIN), 1_002);
  });

  it('says nothing on a website that is not listed', async () => {
    await page.goto(OTHER);
    // The visit has been answered when a later question is.
    await check(own);
    expect(await seenBanners(page)).toEqual([]);
  });
});

it('puts no script into websites that were not granted', async () => {
  const chromium = await launchChromium(web, { extension: packageFor('.output/chrome-mv3', {}) });
  const own = await chromium.openOwn('options.html');
  await check(own);
  const registered = await own.evaluate('chrome.scripting.getRegisteredContentScripts()');
  expect(registered).not.toContainEqual(expect.objectContaining({ id: 'visits' }));
  const page = await chromium.context.newPage();
  await page.goto(LISTED);
  await check(own);
  expect(await seenBanners(page)).toEqual([]);
  await chromium.close();
});

it('stands in Firefox too', async () => {
  const extension = packageFor('.output/firefox-mv3', GRANTED);
  const firefox = await launchFirefox(web, { extension });
  const own = await firefox.openOwn('options.html');
  await own.evaluate(`browser.runtime.sendMessage({ name: 'ruleset.check', request: {} })`);
  const page = await firefox.browser.newPage();
  await page.goto(LISTED);
  await page.waitForFunction(() =>
    document.documentElement.lastElementChild?.matches(':popover-open'),
  );
  await page.goto(OTHER);
  expect(await page.evaluate(() => document.documentElement.lastElementChild!.tagName)).toBe(
    'BODY',
  );
  await firefox.close();
});
