/** Both browsers without the extension: what an adapter finds must not depend on either. */
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { findBrowser } from '../../../scripts/browsers.mjs';
import type { Web } from '../harness/web.ts';
import type * as finder from './finder.ts';

export interface PlainPage {
  open(url: string): Promise<void>;
  /** Calls a function of `finder.ts` in the page. */
  call<T>(name: keyof typeof finder, argument?: unknown): Promise<T>;
}

export interface PlainBrowser {
  readonly page: PlainPage;
  close(): Promise<void>;
}

/** `finder.ts` with all it imports, as one script that sets the global `finder`. */
export async function bundleFinder(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: 'tests/browser/sites/finder.ts', formats: ['iife'], name: 'finder' },
    },
  });
  const [{ output }] = built as unknown as [{ output: { code: string }[] }];
  return output[0]!.code;
}

const callOf = (name: string, argument: unknown) =>
  `finder.${name}(${JSON.stringify(argument ?? null)})`;

/** Launches Chromium; its whole web is `web`. */
export async function plainChromium(
  web: Web,
  finder: string,
  javaScriptEnabled = true,
): Promise<PlainBrowser> {
  const browser = await chromium.launch({
    executablePath: findBrowser('chromium')!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    proxy: { server: web.proxy },
  });
  const page = await browser.newPage({ ignoreHTTPSErrors: true, javaScriptEnabled });
  return {
    page: {
      async open(url) {
        await page.goto(url);
        await page.evaluate(`${finder}; globalThis.finder = finder;`);
      },
      call: (name, argument) => page.evaluate(callOf(name, argument)),
    },
    close: () => browser.close(),
  };
}

/** Launches Firefox; its whole web is `web`. */
export async function plainFirefox(web: Web, finder: string): Promise<PlainBrowser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox')!,
    headless: true,
    acceptInsecureCerts: true,
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': web.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': web.port,
    },
  });
  const page = await browser.newPage();
  return {
    page: {
      async open(url) {
        await page.goto(url);
        await page.evaluate(`${finder}; globalThis.finder = finder;`);
      },
      call: (name, argument) => page.evaluate(callOf(name, argument)) as Promise<never>,
    },
    close: () => browser.close(),
  };
}
