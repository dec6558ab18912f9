/** The samples of the own pages in real Chromium and Firefox. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build, type Rolldown } from 'vite';
import { findBrowser } from '../../../scripts/browsers.mjs';
import { startWeb } from '../harness/web.ts';

export const browsers = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof browsers)[number];

/** As in `entrypoints/`: everything else comes from the script. */
const page = (script: string, styles: string, strings: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Sample</title><style>${styles}</style></head>
<body><div id="page"></div><script>window.strings=${strings}</script>
<script type="module">${script}</script></body></html>`;

interface Bundle {
  readonly script: string;
  readonly styles: string;
}

let bundled: Promise<Bundle> | undefined;

async function bundle(): Promise<Bundle> {
  const [{ output }] = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: ['chrome137', 'firefox140'],
      lib: { entry: resolve('tests/browser/pages/samples.tsx'), formats: ['es'] },
    },
  })) as [Rolldown.RolldownOutput];
  const styles = output.flatMap((file) => (file.type === 'asset' ? String(file.source) : []));
  return {
    script: output[0].code.replaceAll('</script', '<\\/script'),
    styles: styles.join('\n'),
  };
}

async function launch(browser: BrowserName): Promise<Browser> {
  const executablePath = findBrowser(browser);
  if (!executablePath) throw new Error(`${browser} is missing: run "node scripts/setup.mjs".`);
  return browser === 'firefox'
    ? puppeteer.launch({
        browser,
        executablePath,
        headless: true,
        // Without motion colours change at once; a tab that is not in front never ends a transition.
        extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
      })
    : puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu'] });
}

export type Scheme = 'light' | 'dark';

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: Scheme;
  /** Device pixels a CSS pixel. */
  readonly scale?: number;
}

export interface Stages {
  /** Shows a page in a state, in the one tab there is; see `samples.tsx` for the parameters. */
  open(state: Record<string, string>, look?: Look): Promise<Page>;
  close(): Promise<void>;
}

/** Text of a catalogue, or of the English one where the language has none yet. */
function stringsOf(language: string): string {
  const english = JSON.parse(readFileSync('locales/en.json', 'utf8'));
  try {
    const own = JSON.parse(readFileSync(`locales/${language}.json`, 'utf8'));
    return JSON.stringify({ ...english, ...own });
  } catch {
    return JSON.stringify(english);
  }
}

/** Firefox's driver can't emulate a colour scheme: there the tokens' own switch is set. */
export async function setScheme(tab: Page, name: BrowserName, scheme: Scheme): Promise<void> {
  if (name === 'chromium')
    await tab.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
  else
    await tab.evaluate((wanted) => {
      document.documentElement.style.colorScheme = wanted;
    }, scheme);
}

/** Builds the samples and starts one browser on them. */
export async function startStages(name: BrowserName): Promise<Stages> {
  bundled ??= bundle();
  const [{ script, styles }, web, browser] = await Promise.all([bundled, startWeb(), launch(name)]);
  const tab = await browser.newPage();
  return {
    async open(state, { width = 900, height = 900, scheme = 'light', scale = 1 } = {}) {
      const address = `${web.proxy}/samples`;
      web.serve(address, page(script, styles, stringsOf(state.lang ?? 'en')));
      await tab.setViewport({ width, height, deviceScaleFactor: scale });
      await tab.goto(`${address}?${new URLSearchParams(state)}`);
      await tab.waitForSelector('h1');
      await setScheme(tab, name, scheme);
      // Lists come from stores, which answer a moment later.
      await new Promise((done) => setTimeout(done, 100));
      return tab;
    },
    async close() {
      await browser.close();
      await web.close();
    },
  };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Every rule of WCAG 2.2 A and AA and axe's best practices, or only some of them; contrast must be
 * decided, not guessed.
 */
export async function violations(
  tab: { evaluate(script: string): Promise<unknown> },
  only?: readonly string[],
): Promise<string[]> {
  await tab.evaluate(axe);
  const options = only ? { runOnly: { type: 'rule', values: only } } : {};
  const run = `axe.run(document, ${JSON.stringify(options)})`;
  const results = (await tab.evaluate(run)) as AxeResults;
  const undecided = results.incomplete.filter(({ id }) => id === 'color-contrast');
  return [...results.violations, ...undecided].flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, any, all }) =>
        `${id} ${target.join(' ')} ${any[0]?.message ?? all[0]?.message ?? ''}`,
    ),
  );
}
