/** The behaviour pages of `tests/pages/behaviour/` at addresses of the sites that they imitate. */
import { readFileSync } from 'node:fs';
import type { ExtensionInChromium } from '../harness/chromium.ts';
import type { Web } from '../harness/web.ts';

export const ADDRESS = {
  'infinite-scroll': 'https://x.com/home',
  recycling: 'https://x.com/explore',
  'see-more': 'https://www.facebook.com/groups/1000',
  'soft-navigation': 'https://www.linkedin.com/jobs/search/',
  hostile: 'https://x.com/hostile',
} as const;

/** Serves every behaviour page at its address. */
export function serveBehaviour(web: Web): void {
  for (const [name, url] of Object.entries(ADDRESS))
    web.serve(url, readFileSync(`tests/pages/behaviour/${name}.html`, 'utf8'));
}

/**
 * Closes the welcome page that a fresh installation opens. It would come to the front at some time,
 * and a page behind it neither paints nor sees anything come into view.
 */
export async function closeWelcome({ context }: ExtensionInChromium): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const welcome = context.pages().find((page) => page.url().includes('/welcome.html'));
    if (welcome) return welcome.close();
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('No welcome page came up.');
}

/** The two texts that the behaviour pages show. */
export const LURE =
  'Customer service agents wanted in Poipet, Cambodia. No experience, no interview. Salary 3000 USD per month. Free flight ticket, free visa and free accommodation. Message HR on Telegram @lucky_hr_888';
export const HONEST =
  'We are looking for a barista in Penang. Weekend shifts, training on the job. Come by and ask for Mei.';

/** A timeline with the given posts, as `{text, id}`, in the structure of x/timeline.html. */
export function timeline(posts: readonly { id: string; html: string }[]): string {
  const articles = posts.map(
    ({ id, html }) => `<article data-testid="tweet"><div data-testid="User-Name">
<a href="/a"><span>A</span></a> <a href="/a/status/${id}"><time>1h</time></a></div>
<div data-testid="tweetText">${html}</div></article>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Home</title>
<main data-testid="primaryColumn">${articles.join('\n')}</main></html>`;
}
