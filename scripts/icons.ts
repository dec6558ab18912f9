/** Draws the extension's icons under `public/` from their SVG source. Run after changing a mark. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { notebook, watch } from '#components/icons/brand.ts';
import { findBrowser } from './browsers.mjs';

const SIZES = [16, 32, 48, 96, 128];

const executablePath = findBrowser('chromium');
if (!executablePath) throw new Error('Chromium is missing: run "node scripts/setup.mjs".');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const [folder, svg] of Object.entries({ icon: watch, 'icon-neutral': notebook })) {
  mkdirSync(`public/${folder}`, { recursive: true });
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(`public/${folder}/${size}.png`, png);
  }
}
await browser.close();
