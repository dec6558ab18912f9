/** Pages that look for the extension and fight it, with the built extension in Chromium. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seenBanners, waitForBanners } from '../harness/banners.ts';
import { type ExtensionInChromium, launchChromium } from '../harness/chromium.ts';
import { startWeb, type Web } from '../harness/web.ts';
import { ADDRESS, closeWelcome, HONEST, LURE, serveBehaviour, timeline } from './stage.ts';

let web: Web;
let chromium: ExtensionInChromium;
let page: Page;

beforeAll(async () => {
  web = await startWeb();
  serveBehaviour(web);
  chromium = await launchChromium(web);
  await closeWelcome(chromium);
  return async () => {
    await chromium.close();
    await web.close();
  };
});
beforeEach(async () => {
  page = await chromium.context.newPage();
  return () => page.close();
});

interface Seen {
  messages: string[];
  events: string[];
  nodes: string[];
  errors: string[];
}

/** Opens a page made of posts and waits for the first banner. */
async function open(name: string, posts: { id: string; html: string }[]): Promise<void> {
  web.serve(`https://x.com/${name}`, timeline(posts));
  await page.goto(`https://x.com/${name}`);
  await waitForBanners(page, 1);
}

/** The hosts of our banners: the page's own `div`s all carry an attribute. */
const HOST = 'article > div:not([data-testid])';

describe('a page that looks for traces', () => {
  it('sees one plain empty div a banner and nothing else', async () => {
    await page.goto(ADDRESS.hostile);
    await waitForBanners(page, 1);
    await page.waitForTimeout(500);
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
    expect(seen.nodes).toEqual(['<div></div>']);
    expect(seen.messages).toEqual([]);
    // Neither patched constructors nor patched methods are the ones that we use.
    expect(seen.events).toEqual([]);
    expect(seen.errors).toEqual([]);
    const page1 = await page.evaluate(() => ({
      html: document.documentElement.outerHTML,
      globals: Object.keys(globalThis).join(),
      sheets: document.adoptedStyleSheets.length,
      shadow: document.querySelector('article > div:not([data-testid])')!.shadowRoot,
    }));
    expect(JSON.stringify([page1, seen])).not.toContain(chromium.id);
    expect(page1.html).not.toMatch(/lurewatch|chrome-extension/i);
    expect(page1.sheets).toBe(0);
    expect(page1.shadow).toBeNull();
  });

  it('sees no name of ours while quotes are marked, and no change of its text', async () => {
    await open('marks', [{ id: '1', html: LURE }]);
    const text = await page.evaluate(() => document.querySelector('article')!.innerHTML);
    const [banner] = await seenBanners(page);
    const why = banner!.controls.find(({ expanded }) => expanded === 'false')!;
    await page.mouse.click(why.x, why.y);
    await page.waitForFunction(() => document.adoptedStyleSheets.length === 1);
    const marks = await page.evaluate(() => ({
      names: [...CSS.highlights.keys()],
      words: [...CSS.highlights.values()].flatMap((one) => [...one].map(String)),
      rule: document.adoptedStyleSheets[0]!.cssRules[0]!.cssText,
    }));
    expect(marks.names).toHaveLength(1);
    expect(marks.names[0]).toMatch(/^h[a-z0-9]+$/);
    expect(marks.words.length).toBeGreaterThan(2);
    for (const words of marks.words) expect(LURE).toContain(words);
    expect(marks.rule).not.toMatch(/lurewatch|chrome/i);
    expect(await page.evaluate(() => document.querySelector('article')!.innerHTML)).toBe(text);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.adoptedStyleSheets.length === 0);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  });
});

describe('a page that clears banners away', () => {
  it('gets them back three times, then has its way', async () => {
    await open('clearing', [{ id: '1', html: LURE }]);
    for (let times = 0; times < 3; times++) {
      await page.evaluate((host) => document.querySelector(host)!.remove(), HOST);
      await page.waitForSelector(HOST, { state: 'attached' });
    }
    await page.evaluate((host) => document.querySelector(host)!.remove(), HOST);
    await page.waitForTimeout(2_000);
    expect(await page.locator(HOST).count()).toBe(0);
  });

  it('can clear them away in every frame without a fight that costs the reader', async () => {
    await open('fight', [{ id: '1', html: LURE }]);
    const put = await page.evaluate(
      (host) =>
        new Promise<number>((done) => {
          let times = 0;
          new MutationObserver(() => {
            for (const banner of document.querySelectorAll(host)) {
              banner.remove();
              times++;
            }
          }).observe(document, { childList: true, subtree: true });
          document.querySelector(host)!.remove();
          setTimeout(() => done(times), 3_000);
        }),
      HOST,
    );
    expect(put).toBeLessThanOrEqual(4);
  });
});

describe('a page that acts as if it were the reader or the extension', () => {
  it('gets nothing done by made-up clicks, keys and messages', async () => {
    await open('fake', [{ id: '1', html: LURE }]);
    await page.evaluate((host) => {
      const target = document.querySelector<HTMLElement>(host)!;
      for (const type of ['click', 'pointerdown', 'mousedown', 'keydown', 'focus'])
        for (const at of [target, document.body, document])
          at.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
      target.click();
      for (const name of ['reader.report', 'reader.dismiss', 'page.restart', 'page.show']) {
        postMessage({ name, request: { post: {}, key: '1', scope: 'author' } }, '*');
        document.dispatchEvent(new CustomEvent(name, { detail: { key: '1' } }));
      }
    }, HOST);
    // Also the event by which one injected script of this extension would stop another.
    await page.evaluate((id) => {
      const type = `${id}:reader:wxt:content-script-started`;
      const detail = { contentScriptName: 'reader', messageId: 'x' };
      document.dispatchEvent(new CustomEvent(type, { detail }));
      postMessage({ type, ...detail }, '*');
    }, chromium.id);
    await page.waitForTimeout(500);
    expect(await seenBanners(page)).toHaveLength(1);
    expect(chromium.context.pages().filter((one) => one.url().includes('report'))).toEqual([]);
    // The reader still works.
    await page.evaluate((html) => {
      const copy = document.querySelector('article')!.cloneNode(true) as HTMLElement;
      copy.querySelector('a[href*=status]')!.setAttribute('href', '/a/status/2');
      copy.querySelector('[data-testid="tweetText"]')!.textContent = html;
      for (const div of copy.querySelectorAll(':scope > div:not([data-testid])')) div.remove();
      document.querySelector('main')!.append(copy);
    }, LURE);
    await waitForBanners(page, 2);
  });
});

describe('texts and structures that break careless readers', () => {
  const ids = ['__proto__', 'constructor', 'toString', '1'];

  it('warns beside names of built-in properties, lone surrogates and turned text', async () => {
    await open(
      'odd',
      ids.map((id, n) => ({
        id: `${1000 + n}`,
        html: `<span id="${id}" title="constructor">${id}</span> ${LURE} <bdo dir="rtl">\u202emoc\u202c</bdo>`,
      })),
    );
    await page.evaluate(() => {
      for (const span of document.querySelectorAll('article span[id]'))
        span.firstChild!.nodeValue += ' \ud83d';
    });
    expect(await waitForBanners(page, 4)).toHaveLength(4);
  });

  it('is not held up by ten thousand posts, deep nesting and a post of a megabyte', async () => {
    const deep = 3_000;
    web.serve(
      'https://x.com/heavy',
      timeline([
        { id: '1', html: LURE },
        { id: '2', html: `${'<span>'.repeat(deep)}${LURE}${'</span>'.repeat(deep)}` },
        { id: '3', html: `${HONEST} `.repeat(10_000) },
      ]),
    );
    await page.goto('https://x.com/heavy');
    // The debugger cannot list so deep a tree: count the hosts instead.
    const hosts = page.locator(HOST);
    await hosts.nth(1).waitFor({ state: 'attached' });
    await page.evaluate(
      ([honest, lure]) => {
        const parts = Array.from(
          { length: 10_000 },
          (_, n) => `<article data-testid="tweet"><div data-testid="User-Name">
            <a href="/a/status/${n + 100}"><time>1h</time></a></div>
            <div data-testid="tweetText">${n === 9_999 ? lure : honest} (${n})</div></article>`,
        );
        document.querySelector('main')!.insertAdjacentHTML('beforeend', parts.join(''));
      },
      [HONEST, LURE],
    );
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await hosts.nth(2).waitFor({ state: 'attached' });
    const texts = await hosts.evaluateAll((all) =>
      all.map((host) => host.parentElement!.textContent.includes('Poipet')),
    );
    expect(texts).toEqual([true, true, true]);
  });
});
