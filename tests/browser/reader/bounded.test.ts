/**
 * No single piece of reading may hold up the page, whatever the page puts into it. The best of some
 * runs counts, so that a busy machine does not fail the test.
 */
import { beforeAll, expect, it } from 'vitest';
import type { Adapter } from '#schema/adapter.ts';
import { launchPlain, type Plain } from './plain.ts';

let plain: Plain;
beforeAll(async () => {
  plain = await launchPlain();
  return () => plain.close();
});

const LONGEST_MS = 50;
const RUNS = 7;

const adapter: Adapter = {
  id: 'test',
  name: 'Test',
  match: [],
  posts: [
    {
      name: 'post',
      kind: 'post',
      container: ['article'],
      title: ['h1', 'b'],
      body: ['.body', ':self'],
      strip: ['.strip'],
      id: ['a@href'],
      idPattern: '(\\d+)+x',
      expand: ['button'],
    },
  ],
  evidence: '',
  confidence: 'high',
};

const MEGABYTE = 1_000_000;
const deep = (tag: string, depth: number) => `<${tag}>`.repeat(depth) + 'x'.repeat(100);

it.each([
  ['one text of a megabyte', 'word '.repeat(MEGABYTE / 5)],
  ['a megabyte of spaces', `${' '.repeat(MEGABYTE)}x`],
  ['a megabyte of mixed white space', `${' \n'.repeat(MEGABYTE / 2)}x`],
  ['a hundred thousand elements', '<i>w</i> '.repeat(100_000)],
  ['a hundred thousand empty elements', '<i></i>'.repeat(100_000)],
  ['ten thousand links', '<a href="https://t.me/x">w</a>'.repeat(10_000)],
  ['elements nested as deep as the parser goes', deep('div', 5_000)],
  ['twenty thousand parts to strip', 'a<i class="strip">b</i>'.repeat(20_000)],
  ['an id that its pattern matches badly', `<a href="${'1'.repeat(MEGABYTE)}">w</a>`],
  [
    'fields named like properties of nodes',
    '<form><input name="parentNode"><input name="tagName"><input name="nodeType"><input name="firstChild">x</form>',
  ],
])('reading %s is short', async (_, html) => {
  await plain.show(`<!doctype html><article>${html}</article>`);
  const { best, length } = await plain.page.evaluate(
    ([one, runs]) => {
      const url = new URL('https://site.test/');
      let found: ReturnType<typeof reading.findPosts> = [];
      const times = Array.from({ length: runs }, () => {
        const begin = performance.now();
        found = reading.findPosts(document, one, url);
        return performance.now() - begin;
      });
      return { best: Math.min(...times), length: found[0]?.post.text.length ?? 0 };
    },
    [adapter, RUNS] as const,
  );
  expect(best).toBeLessThan(LONGEST_MS);
  expect(length).toBeLessThanOrEqual(200_000);
});
