/** The states page in real Chromium and Firefox, and real input for it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build, type Rolldown } from 'vite';
import { findBrowser } from '../../../scripts/browsers.mjs';
import { startWeb, type Web } from '../harness/web.ts';

export const browsers = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof browsers)[number];

const page = (script: string, strings: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Feed</title><style>
body{margin:0;padding:12px;font:15px/1.5 sans-serif;color:GrayText}
article{position:relative;box-sizing:border-box;padding:16px;border:1px solid #8886;border-radius:8px}
</style></head><body><main><h1>Feed</h1><button id="before">Before</button><article>
<p id="post">Earn USD 2,500 to 4,000 a month, no experience needed. Free flight ticket and visa provided.
Message us on Telegram @hr_linda88.</p></article><button id="after">After</button></main>
<script>window.strings=${strings}</script><script>${script}</script></body></html>`;

let script: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const [output] = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: ['chrome137', 'firefox140'],
      lib: { entry: resolve('tests/browser/banner/states.tsx'), formats: ['iife'], name: 'states' },
    },
  })) as Rolldown.RolldownOutput[];
  return output!.output[0].code.replaceAll('</script', '<\\/script');
}

async function launch(browser: BrowserName): Promise<Browser> {
  const executablePath = findBrowser(browser);
  if (!executablePath) throw new Error(`${browser} is missing: run "node scripts/setup.mjs".`);
  return browser === 'firefox'
    ? puppeteer.launch({ browser, executablePath, headless: true })
    : puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu'] });
}

export interface Stages {
  readonly browser: Browser;
  /** Shows a state, in the one tab there is; see `states.tsx` for the parameters. */
  open(state?: Record<string, string>, viewport?: Viewport): Promise<Page>;
  close(): Promise<void>;
}

interface Viewport {
  readonly width: number;
  readonly height?: number;
  readonly touch?: boolean;
}

/** Text of a catalogue, or of the English one where the language has none yet. */
function stringsOf(language: string): string {
  try {
    return readFileSync(`locales/${language}.json`, 'utf8');
  } catch {
    return readFileSync('locales/en.json', 'utf8');
  }
}

/** Builds the states page and starts one browser on it. */
export async function startStages(name: BrowserName): Promise<Stages> {
  script ??= bundle();
  const [code, web, browser]: [string, Web, Browser] = await Promise.all([
    script,
    startWeb(),
    launch(name),
  ]);
  const tab = await browser.newPage();
  return {
    browser,
    async open(state = {}, { width, height = 900, touch = false } = { width: 900 }) {
      const address = `${web.proxy}/states`;
      const language = state.lang ?? 'en';
      web.serve(address, page(code, stringsOf(language)));
      await tab.setViewport({ width, height, ...(touch && { hasTouch: true, isMobile: true }) });
      await tab.goto(`${address}?${new URLSearchParams(state)}`);
      if (state.open) await press(tab, `button[name=${state.open}]`);
      return tab;
    },
    async close() {
      await browser.close();
      await web.close();
    },
  };
}

/** Presses something inside the banner with the real mouse. */
export async function press(tab: Page, selector: string): Promise<void> {
  const at = await tab.evaluate((found) => {
    const target = window.stage.root!.querySelector(found)!;
    target.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = target.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, selector);
  await tab.mouse.click(at.x, at.y);
}

/** Text of the focused element, inside the banner or out. */
export const focused = (tab: Page): Promise<string> =>
  tab.evaluate(() => {
    const inside = window.stage.root!.activeElement ?? document.activeElement;
    return (inside?.textContent ?? '').trim();
  });

export const logged = (tab: Page): Promise<string[]> => tab.evaluate(() => window.stage.log);
