/** Real Firefox with the built extension loaded, driven over WebDriver BiDi. */
import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../../scripts/browsers.mjs';
import type { Web } from './web.ts';

/** `browser_specific_settings.gecko.id` of the manifest. */
const GECKO_ID = 'extension@lurewatch.example';
/** Firefox draws this at random for each profile; fixed, so that own pages have an address. */
const UUID = '0b1e0c9a-6d1f-4f5e-9d5c-3f2b7a1c8e42';

export interface ExtensionInFirefox {
  readonly browser: Browser;
  /**
   * Opens a page of the extension, for instance `options.html`. Never `goto` or `reload` it (the
   * driver would wait for a load event that does not come): open it again.
   */
  openOwn(path: string): Promise<Page>;
  close(): Promise<void>;
}

export interface FirefoxOptions {
  extension?: string;
  /** Pixels. */
  viewport?: { width: number; height: number };
  prefs?: Record<string, unknown>;
}

/** Waits for an own page's document; while the process changes, evaluations fail. */
async function loaded(page: Page, origin: string): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    const ready = await page
      .evaluate(
        (start) => location.href.startsWith(start) && document.readyState === 'complete',
        origin,
      )
      .catch(() => false);
    if (ready) return;
    if (Date.now() > end) throw new Error(`${origin} did not load`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Launches Firefox with the extension; its whole web is `web`. */
export async function launchFirefox(
  web: Web,
  options: FirefoxOptions = {},
): Promise<ExtensionInFirefox> {
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Error('Firefox is missing: run "node scripts/setup.mjs".');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    enableExtensions: true,
    // Without it WebDriver BiDi refuses addresses of extensions.
    args: ['--remote-allow-system-access'],
    acceptInsecureCerts: true,
    defaultViewport: options.viewport ?? { width: 1100, height: 900 },
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': web.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': web.port,
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
      ...options.prefs,
    },
  });
  await browser.installExtension(resolve(options.extension ?? '.output/firefox-mv3'));
  return {
    browser,
    async openOwn(path) {
      const page = await browser.newPage();
      // An extension's page runs in another process, whose load event never reaches the driver:
      // start the navigation, then wait for the document itself.
      page.goto(`moz-extension://${UUID}/${path}`).catch(() => {});
      await loaded(page, `moz-extension://${UUID}/`);
      return page;
    },
    close: () => browser.close(),
  };
}
