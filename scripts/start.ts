/**
 * `npm start`: Lurewatch at work on a small job board and feed of sample pages. With a display a
 * browser opens and stays until it is closed; without one the same tour runs headless, prints each
 * warning, leaves pictures in `.output/tour/` and ends by itself.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { adapterFor } from '#ruleset/sites.ts';
import { launchChromium } from '#tests/browser/harness/chromium.ts';
import { serveFixtures } from '#tests/browser/harness/fixtures.ts';
import { startWeb } from '#tests/browser/harness/web.ts';
import { adapters } from '#tests/browser/sites/adapters.ts';
import { BOARD, boardPage } from './tour/board.ts';
import { chooseCountry } from './tour/country.ts';
import { describePage } from './tour/describe.ts';
import { visit } from './tour/visit.ts';

const PICTURES = '.output/tour';
const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

console.log('Building the extension …');
const build = spawnSync('npm', ['run', '--silent', 'build:chrome'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});
if (build.status !== 0) process.exit(1);

const web = await startWeb();
// The reader script runs on the named sites from the start; the other ones are asked for.
const named = adapters.filter(({ optional }) => !optional);
const fixtures = serveFixtures(web).filter(({ url }) => adapterFor(url, named));
web.serve(BOARD, boardPage(fixtures));
mkdirSync(PICTURES, { recursive: true });

console.log(
  `Sample pages are served on this machine at ${web.proxy}; nothing is fetched from the real sites.`,
);
const extension = await launchChromium(web, { headless: !hasDisplay });
// A reader in Malaysia, so that the advice names whom to call there.
await chooseCountry(extension, 'MY');
const page = await extension.context.newPage();
let warnings = 0;
for (const fixture of fixtures) {
  const state = await visit(
    extension,
    page,
    fixture,
    `${PICTURES}/${fixture.name.replace('/', '-')}.png`,
  );
  warnings += state.warned.length;
  console.log(describePage(fixture, state));
}
console.log(`\n${fixtures.length} pages, ${warnings} warnings. Pictures: ${PICTURES}/`);

if (hasDisplay) {
  await page.goto(BOARD);
  console.log('The browser stays open for you to look around. Close it to end.');
  await new Promise((closed) => extension.context.once('close', closed));
} else {
  await extension.close();
}
await web.close();
