/** Chromium without the extension, with the modules of `page/` as the global `reading`. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../../scripts/browsers.mjs';
import { bundlePage } from './bundle.ts';

export interface Plain {
  readonly page: Page;
  /** Shows a page; its scripts do not run, as in a saved page. */
  show(html: string): Promise<void>;
  close(): Promise<void>;
}

export async function launchPlain(): Promise<Plain> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('Chromium is missing: run "node scripts/setup.mjs".');
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  const code = await bundlePage();
  return {
    page,
    async show(html) {
      await page.goto('about:blank');
      await page.setContent(html, { waitUntil: 'commit' });
      await page.waitForFunction(() => document.readyState !== 'loading');
      await page.addScriptTag({ content: code });
    },
    close: () => browser.close(),
  };
}
