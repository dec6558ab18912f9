/** What is read of a container, and how quotes are found again in the page. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Adapter } from '#schema/adapter.ts';
import { launchPlain, type Plain } from './plain.ts';

let plain: Plain;
beforeAll(async () => {
  plain = await launchPlain();
  return () => plain.close();
});

type Shape = Adapter['posts'][number];

const adapterOf = (...shapes: (Partial<Shape> & Pick<Shape, 'container'>)[]): Adapter => ({
  id: 'test',
  name: 'Test',
  match: [],
  unwrap: [{ url: 'out.test/go', param: 'to' }],
  posts: shapes.map((shape) => ({ name: 'post', kind: 'post', body: [':self'], ...shape })),
  evidence: '',
  confidence: 'high',
});

const URL_OF_PAGE = 'https://site.test/list?job=77';

/** Posts that `adapter` reads in a body. */
async function read(body: string, adapter: Adapter) {
  await plain.show(`<!doctype html><body>${body}</body>`);
  return plain.page.evaluate(
    ([one, url]) => reading.findPosts(document, one, new URL(url)).map(({ post }) => post),
    [adapter, URL_OF_PAGE] as const,
  );
}

const textOf = async (body: string, shape: Partial<Shape> = {}) =>
  (await read(`<article>${body}</article>`, adapterOf({ container: ['article'], ...shape })))[0]
    ?.text;

describe('text', () => {
  it.each([
    ['blocks and breaks', '<p>One</p><div>two<br>three</div>four', 'One\ntwo\nthree\nfour'],
    ['inline parts', 'Tele<b>gram</b> <i>me</i>', 'Telegram me'],
    ['indented source', '\n    Free\n    flight\n  ', 'Free flight'],
    [
      'kept line ends',
      '<span>Free flight\nNo interview\n\nCall</span>',
      'Free flight\nNo interview\nCall',
    ],
    ['space between elements', '<b>Free</b>\n<b>flight</b>', 'Free flight'],
    [
      'scripts, styles, templates',
      'a<script>b</script><style>c</style><template>d</template>e',
      'ae',
    ],
    ['drawings and fields', 'a<svg><title>b</title></svg><textarea>c</textarea>d', 'ad'],
    ['emoji drawn as images', 'Call<img alt="📞"><img alt="Logo of a company">', 'Call📞'],
    ['half a surrogate pair', 'x&#xd83d;y', 'x\ufffdy'],
  ])('reads %s', async (_, html, text) => {
    expect(await textOf(html)).toBe(text);
  });

  it('leaves out what the adapter strips, and nothing else that is hidden', async () => {
    const html = 'Driver<span class="sr-only">Driver</span><span aria-hidden="true"> wanted</span>';
    expect(await textOf(html, { strip: ['.sr-only'] })).toBe('Driver wanted');
  });

  it('joins all bodies once, also where one stands in another', async () => {
    const html = '<div class="b">one<p class="b">two</p></div><div class="b">three</div>';
    expect(await textOf(html, { body: ['.b'], bodyAll: true })).toBe('one\ntwo\nthree');
    expect(await textOf(html, { body: ['.none', '.b'] })).toBe('one\ntwo');
  });
});

describe('fields', () => {
  it('take the first alternative with text, attributes and the address', async () => {
    const adapter = adapterOf({
      container: ['article'],
      title: ['h1', 'h2'],
      author: ['a@data-name'],
      body: ['p'],
      id: ['url()'],
      idPattern: 'job=(\\d+)|x',
      link: ['a@href'],
    });
    const html =
      '<article><h1> </h1><h2>Two\nlines</h2><a data-name="Mei" href="/p/1">.</a><p>t</p>';
    const [post] = await read(html, adapter);
    expect(post).toMatchObject({ title: 'Two lines', author: 'Mei', key: '77', text: 't' });
    expect(post!.url).toBe('https://site.test/p/1');
  });

  it('are cut to what a message may carry', async () => {
    const adapter = adapterOf({ container: ['article'], title: ['h1'], body: ['p'], id: ['@id'] });
    const long = 'word '.repeat(60_000);
    const [post] = await read(
      `<article id="${'i'.repeat(3_000)}"><h1>${long}</h1><p>${long}</p>`,
      adapter,
    );
    expect(post!.text).toHaveLength(200_000);
    expect(post!.partial).toBe(true);
    expect(post!.title!.length).toBeLessThanOrEqual(2_000);
    expect(post!.key.length).toBeLessThanOrEqual(512);
  });

  it('undo redirectors and leave out links of the site itself outside the words', async () => {
    const html = `<article><a href="/profile">A</a><p><a href="/tag">t</a>
      <a href="https://out.test/go?to=https%3A%2F%2Ft.me%2Fhr">x</a><a href="javascript:1">y</a></p>
      <a href="https://wa.me/1">w</a></article>`;
    const [post] = await read(html, adapterOf({ container: ['article'], body: ['p'] }));
    expect(post!.links).toEqual(['https://site.test/tag', 'https://t.me/hr', 'https://wa.me/1']);
  });

  it('are partial while a control for more stands inside, unless the text is only clipped', async () => {
    const html = '<article><p>t</p><button>…</button></article>';
    const shape = { container: ['article'], body: ['p'], expand: ['button'] };
    expect((await read(html, adapterOf(shape)))[0]!.partial).toBe(true);
    const clipped = adapterOf({ ...shape, expandClipsOnly: true });
    expect((await read(html, clipped))[0]!.partial).toBe(false);
  });
});

describe('containers', () => {
  it('exclude one another: an earlier alternative is the post', async () => {
    const html = '<div class="unit"><div class="post">a</div></div><div class="unit">b</div>';
    const posts = await read(html, adapterOf({ container: ['.post', '.unit'] }));
    expect(posts.map(({ text }) => text)).toEqual(['a', 'b']);
  });

  it('are outermost where the shape says so, and never those to skip', async () => {
    const html = '<li>a<ul><li>b</li></ul></li><li class="ad">c</li><li>d</li>';
    const shape = { container: ['li'], outermost: true, skip: ['.ad'] };
    expect((await read(html, adapterOf(shape))).map(({ text }) => text)).toEqual(['a\nb', 'd']);
  });

  it('count only on their paths and hosts; broken selectors and patterns are left out', async () => {
    const html = '<article>a</article>';
    const empty = { container: ['article'] };
    expect(await read(html, adapterOf({ ...empty, paths: ['^/jobs'] }))).toEqual([]);
    expect(await read(html, adapterOf({ ...empty, hosts: ['other.test'] }))).toEqual([]);
    expect(await read(html, adapterOf({ ...empty, hosts: ['site.test'] }))).toHaveLength(1);
    const broken = adapterOf({
      container: ['[[', 'article'],
      body: [':::', ':self'],
      id: ['@id'],
      idPattern: '(',
      paths: ['^/list'],
    });
    expect(await read(html, broken)).toMatchObject([{ text: 'a' }]);
  });
});

describe('quotes', () => {
  it('are ranges over the same words, across elements, fields and links', async () => {
    await plain.show(`<!doctype html><article><h1>Free   flight</h1><p>No <b>inter</b>view.
      <a href="https://t.me/hr">Write</a></p></article>`);
    const adapter = adapterOf({ container: ['article'], title: ['h1'], body: ['p'] });
    const words = await plain.page.evaluate(
      ([one, url]) => {
        const [found] = reading.findPosts(document, one, new URL(url));
        const quoteOf = (field: 'title' | 'text', text: string) => {
          const start = found!.post[field]!.indexOf(text);
          return { field, start, end: start + text.length, text };
        };
        const ranges = reading.rangesOf(found!, [
          quoteOf('title', 'Free flight'),
          quoteOf('text', 'No interview'),
          { field: 'links', index: 0, start: 0, end: 4, text: 'http' },
          { field: 'text', start: 0, end: 4, text: 'gone' },
        ]);
        return ranges.map(String);
      },
      [adapter, URL_OF_PAGE] as const,
    );
    expect(words).toEqual(['Free   flight', 'No interview', 'Write']);
  });
});
