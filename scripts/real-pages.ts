/**
 * Reads the saved real pages of `../shared/sites/fixtures`, where they stand beside the clone, at
 * their real addresses: first with the reader's code alone and scripts switched off (posts found,
 * fields filled), then with the built extension (warnings).
 */
import { existsSync, readFileSync } from 'node:fs';
import { adapterFor } from '#ruleset/sites.ts';
import type { Post } from '#schema/post.ts';
import { launchChromium } from '#tests/browser/harness/chromium.ts';
import { startWeb, type Web } from '#tests/browser/harness/web.ts';
import { adapters } from '#tests/browser/sites/adapters.ts';
import { bundleFinder, plainChromium } from '#tests/browser/sites/browsers.ts';
import { describePage } from './tour/describe.ts';
import { visit } from './tour/visit.ts';

const FOLDER = '../shared/sites/fixtures';
const EXTENSION = '.output/chrome-mv3';
const PICTURES = '.output';

const PAGES = [
  ['jobstreet/search-my-2025-06.html', 'https://my.jobstreet.com/product-manager-jobs'],
  ['linkedin/guest-search-2026-10.html', 'https://www.linkedin.com/jobs/search/'],
  ['telegram/t-me-s-2026-05.html', 'https://t.me/s/telegram'],
] as const;

const FIELDS = ['title', 'author', 'company', 'place', 'pay'] as const;

/** One line on what was found in a page. */
function coverage(name: string, posts: readonly Post[]): string {
  const filled = FIELDS.map((field) => [field, posts.filter((post) => post[field]).length] as const)
    .filter(([, count]) => count > 0)
    .map(([field, count]) => `${field} ${count}`);
  const lengths = posts.map(({ text }) => text.length).sort((a, b) => a - b);
  const ids = new Set(posts.map(({ key }) => key).filter((key) => !key.startsWith('#'))).size;
  return `${name}: ${posts.length} posts, own ids ${ids}, ${filled.join(', ')}, median text ${lengths[lengths.length >> 1] ?? 0} characters`;
}

async function printFields(web: Web): Promise<void> {
  const browser = await plainChromium(web, await bundleFinder(), false);
  for (const [name, url] of PAGES) {
    await browser.page.open(url);
    const posts = await browser.page.call<Post[]>('postsOf', adapterFor(url, adapters));
    console.log(coverage(name, posts));
  }
  await browser.close();
}

async function printWarnings(web: Web): Promise<void> {
  const extension = await launchChromium(web);
  const page = await extension.context.newPage();
  for (const [name, url] of PAGES) {
    const picture = `${PICTURES}/real-${name.split('/')[0]}.png`;
    const state = await visit(extension, page, { name, url, html: '', posts: 0 }, picture);
    console.log(describePage({ name, url, html: '', posts: 0 }, state));
  }
  await extension.close();
}

if (!existsSync(FOLDER)) {
  console.log(`not run: the saved pages are not beside the clone (${FOLDER})`);
} else {
  const web = await startWeb();
  for (const [name, url] of PAGES) web.serve(url, readFileSync(`${FOLDER}/${name}`, 'utf8'));
  await printFields(web);
  if (existsSync(EXTENSION)) await printWarnings(web);
  else console.log(`warnings not run: build the extension first (${EXTENSION} is missing)`);
  await web.close();
}
