/** The installed extension in both browsers, behind one small interface. */
import type { Page as ChromiumPage } from 'playwright-core';
import type { Browser, Page as FirefoxPage } from 'puppeteer-core';
import { waitForBanners } from '../harness/banners.ts';
import { launchChromium } from '../harness/chromium.ts';
import { launchFirefox } from '../harness/firefox.ts';
import type { Web } from '../harness/web.ts';

/** What both drivers' pages can do in the same words. */
export interface Tab {
  evaluate<T>(script: () => T | Promise<T>): Promise<T>;
  evaluate<T, A>(script: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
  click(selector: string, options?: { clickCount?: number }): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  waitForSelector(selector: string): Promise<unknown>;
  close(): Promise<void>;
}

export interface Extension {
  /** Opens a page of the extension, for instance `options.html`. */
  openOwn(path: string): Promise<Tab>;
  /** Opens a web page, presses *Report* at its first warning, and gives the report form. */
  report(url: string): Promise<Tab>;
  close(): Promise<void>;
}

const asTab = (page: ChromiumPage | FirefoxPage) => page as unknown as Tab;

async function chromium(web: Web): Promise<Extension> {
  const extension = await launchChromium(web);
  return {
    openOwn: async (path) => asTab(await extension.openOwn(path)),
    async report(url) {
      const page = await extension.context.newPage();
      await page.goto(url);
      const [banner] = await waitForBanners(page, 1);
      const button = banner!.controls.find(({ name }) => name === 'Report')!;
      const [form] = await Promise.all([
        extension.context.waitForEvent('page'),
        page.mouse.click(button.x, button.y),
      ]);
      await form.waitForSelector('h1');
      await page.close();
      return asTab(form);
    },
    close: () => extension.close(),
  };
}

/** Presses Tab until the focus is in the banner: a plain `div` is all that the page sees of it. */
async function tabToBanner(page: FirefoxPage): Promise<void> {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    await page.keyboard.press('Tab');
    const inBanner = await page.evaluate(
      () =>
        document.activeElement?.tagName === 'DIV' && document.activeElement.attributes.length === 0,
    );
    if (inBanner) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('no banner has taken the focus');
}

/** The driver is told no address of an extension's page, so each open page is asked itself. */
async function reportForm(browser: Browser): Promise<FirefoxPage> {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    for (const page of await browser.pages()) {
      const isForm = await page
        .evaluate(
          () => location.pathname === '/report.html' && document.querySelector('h1') !== null,
        )
        .catch(() => false);
      if (isForm) return page;
    }
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('no report form was opened');
}

async function firefox(web: Web): Promise<Extension> {
  const extension = await launchFirefox(web);
  return {
    openOwn: async (path) => asTab(await extension.openOwn(path)),
    async report(url) {
      const page = await extension.browser.newPage();
      await page.goto(url);
      // The welcome page may have come up on top of it.
      await page.bringToFront();
      await tabToBanner(page);
      // Why, What can I do, Not a problem, Report.
      for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const form = await reportForm(extension.browser);
      await page.close();
      return asTab(form);
    },
    close: () => extension.close(),
  };
}

export const extensions = { chromium, firefox };
