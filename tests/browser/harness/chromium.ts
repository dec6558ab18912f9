/** Real Chromium with the built extension loaded. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { findBrowser } from '../../../scripts/browsers.mjs';
import type { Web } from './web.ts';

export interface ExtensionInChromium {
  readonly context: BrowserContext;
  readonly id: string;
  /** The extension's service worker, started again if it slept. */
  worker(): Promise<Worker>;
  /** Opens a page of the extension, for instance `options.html`. */
  openOwn(path: string): Promise<Page>;
  close(): Promise<void>;
}

export interface ChromiumOptions {
  /** Folder of the unpacked extension. */
  extension?: string;
  /** Keep the profile here to start the same browser again; absent means a fresh one. */
  profile?: string;
  headless?: boolean;
  colorScheme?: 'light' | 'dark';
  locale?: string;
  viewport?: { width: number; height: number };
}

/** Launches Chromium with the extension; its whole web is `web`. */
export async function launchChromium(
  web: Web,
  options: ChromiumOptions = {},
): Promise<ExtensionInChromium> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('Chromium is missing: run "node scripts/setup.mjs".');
  const extension = resolve(options.extension ?? '.output/chrome-mv3');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'lurewatch-chromium-'));
  const headless = options.headless ?? true;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    // Playwright's own headless mode loads no extensions; the new one is the whole browser.
    headless: false,
    ignoreHTTPSErrors: true,
    proxy: { server: web.proxy },
    colorScheme: options.colorScheme ?? 'light',
    locale: options.locale ?? 'en-GB',
    viewport: options.viewport ?? { width: 1100, height: 900 },
    args: [
      ...(headless ? ['--headless=new'] : []),
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--ignore-certificate-errors',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const worker = async () =>
    context.serviceWorkers()[0] ??
    (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  const id = new URL((await worker()).url()).host;
  return {
    context,
    id,
    worker,
    async openOwn(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/${path}`);
      return page;
    },
    async close() {
      await context.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true });
    },
  };
}
