/** Every adapter against every page of its site, in both browsers, with the reader's own code. */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adapterFor } from '#ruleset/sites.ts';
import { Post } from '#schema/post.ts';
import { startWeb, type Web } from '../harness/web.ts';
import { adapters, selectorsOf } from './adapters.ts';
import { bundleFinder, type PlainBrowser, plainChromium, plainFirefox } from './browsers.ts';
import { type ExpectedPost, expectedPages, WITHOUT_ADAPTER } from './expected.ts';

const pages = expectedPages();
const folded = (text: string | undefined) => text?.replace(/\s+/g, ' ').trim();

/** The fields that the expectation names, as the post has them. */
function seenIn(posts: readonly Post[], { has, id, links, ...fields }: ExpectedPost) {
  const post = posts.find(
    ({ kind, text }) => kind === fields.kind && folded(text)!.includes(folded(has)!),
  );
  if (!post) return undefined;
  const named = Object.keys(fields).map((name) => [name, post[name as keyof Post]]);
  return {
    ...Object.fromEntries(named),
    ...(id === undefined ? {} : { id: post.key }),
    ...(links === undefined ? {} : { links: links.filter((link) => post.links.includes(link)) }),
  };
}

describe('adapters and pages', () => {
  it('belong together: no adapter without a page, no page without an adapter', () => {
    const folders = readdirSync('tests/pages').filter((name) => !WITHOUT_ADAPTER.includes(name));
    expect(folders.sort()).toEqual(adapters.map(({ id }) => id).sort());
  });

  it.each(pages)('$name says what it is and stands at an address of its site', (page) => {
    expect(page.origin).toMatch(/^(rebuilt|saved) from ./);
    expect(page.html).toContain('<!-- Rebuilt');
    expect(adapterFor(page.url, adapters)?.id).toBe(page.adapter?.id);
    expect(Object.values(page.kinds).reduce((sum, count) => sum + count, 0)).toBe(page.posts);
  });
});

describe.each([
  ['Chromium', plainChromium],
  ['Firefox', plainFirefox],
] as const)('in %s', (_name, launch) => {
  let web: Web;
  let browser: PlainBrowser;

  beforeAll(async () => {
    web = await startWeb();
    for (const { url, html } of pages) web.serve(url, html);
    browser = await launch(web, await bundleFinder());
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
  });

  it('every selector parses', async () => {
    await browser.page.open(pages[0]!.url);
    const selectors = [...new Set(adapters.flatMap(selectorsOf))];
    expect(selectors.length).toBeGreaterThan(100);
    expect(await browser.page.call('unparsable', selectors)).toEqual([]);
  });

  it.each(pages)('$name yields its posts', async (page) => {
    await browser.page.open(page.url);
    const posts = await browser.page.call<Post[]>(page.reader, page.adapter);
    const kinds: Record<string, number> = {};
    for (const { kind } of posts) kinds[kind] = (kinds[kind] ?? 0) + 1;

    expect(kinds).toEqual(page.kinds);
    expect(new Set(posts.map(({ key, kind }) => `${kind} ${key}`)).size).toBe(posts.length);
    for (const post of posts) expect(Post.safeParse(post).success).toBe(true);
    for (const wanted of [page.first, ...(page.also ?? [])]) {
      const { has: _, ...fields } = wanted;
      expect(seenIn(posts, wanted)).toEqual(fields);
    }
  });
});
