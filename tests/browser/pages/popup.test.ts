/** The popup over real pages, as the browser opens it. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seenBanners, waitForBanners } from '../harness/banners.ts';
import { type ExtensionInChromium, launchChromium } from '../harness/chromium.ts';
import { startWeb, type Web } from '../harness/web.ts';
import { openPopup } from './real-popup.ts';

const CHANNEL = 'https://t.me/s/example_jobs_channel';
const OTHER = 'https://jobs.example/';

describe('the popup in Chromium', () => {
  let web: Web;
  let extension: ExtensionInChromium;
  let channel: Page;
  beforeAll(async () => {
    web = await startWeb();
    web.serve(CHANNEL, readFileSync('tests/pages/telegram-s/channel.html', 'utf8'));
    web.serve(OTHER, '<!doctype html><title>Other</title><p>A page that is not covered.');
    extension = await launchChromium(web);
    channel = await extension.context.newPage();
    await channel.goto(CHANNEL);
    await waitForBanners(channel, 1);
  });
  afterAll(async () => {
    await extension?.close();
    await web?.close();
  });

  it('tells what was seen on the page and leads to a warned post', async () => {
    const popup = await openPopup(extension, channel);
    const said = await popup.says('with a warning');
    expect(said).toMatch(/\d+ posts? read on this page/);
    expect(said).toContain('Many signs of a forced-scam-work lure');
    await channel.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await popup.press('Danger');
    await expect
      .poll(() => channel.evaluate(() => document.activeElement?.attributes.length))
      .toBe(0);
  });

  it('opens wide enough to be read, though the browser measures it by its content', async () => {
    const popup = await openPopup(extension, channel);
    await popup.says('with a warning');
    await expect.poll(() => popup.evaluate('innerWidth')).toBeGreaterThanOrEqual(320);
    await popup.close();
  });

  it('switches the site off, which takes the warnings away, and on again', async () => {
    const popup = await openPopup(extension, channel);
    await popup.says('with a warning');
    await popup.press('Read Telegram');
    await popup.says('Nothing is read here.');
    await expect.poll(async () => (await seenBanners(channel)).length).toBe(0);
    await popup.press('Read Telegram');
    await popup.says('with a warning');
    await waitForBanners(channel, 1);
    await popup.close();
  });

  // Only a press on the toolbar's button opens such a page to us, and no driver can press there.
  it('says that a page without permission can not be read, and leads to the check page', async () => {
    const page = await extension.context.newPage();
    await page.goto(OTHER);
    const popup = await openPopup(extension, page);
    await popup.says("This page can't be read");
    const [check] = await Promise.all([
      extension.context.waitForEvent('page'),
      popup.press('Check a text of your own'),
    ]);
    await check.waitForSelector('textarea');
    expect(new URL(check.url()).pathname).toBe('/check.html');
    await page.close();
  });
});
