/** The own pages of the installed extension: real background, real database, real ruleset. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWeb, type Web } from '../harness/web.ts';
import { type Extension, extensions, type Tab } from './real.ts';
import { violations } from './stage.ts';

const LURE =
  'Hiring customer service in Sihanoukville, Cambodia. Salary 2500 USD, no experience needed, free flight ticket and visa. Contact Telegram @hr_linda88 to leave this week.';
const HONEST =
  'Accountant wanted for our office in Leeds. You have three years of experience and a degree. Apply on our website by 30 November; interviews are held in person.';
const CHANNEL = 'https://t.me/s/example_jobs_channel';

const textOf = (tab: Tab, selector: string): Promise<string> =>
  tab.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '', selector);

/** Waits for a text in the page; says what was there when it does not come. */
async function waitForText(tab: Tab, text: string): Promise<void> {
  const end = Date.now() + 10_000;
  for (;;) {
    const seen = await textOf(tab, 'body');
    if (seen.includes(text)) return;
    if (Date.now() > end) throw new Error(`"${text}" did not come: ${seen.slice(0, 500)}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Chooses in the native list, as the reader's choice would arrive. */
const choose = (tab: Tab, value: string): Promise<void> =>
  tab.evaluate((wanted) => {
    const list = [...document.querySelectorAll('select')].find(({ options }) =>
      [...options].some((option) => option.value === wanted),
    )!;
    list.value = wanted;
    list.dispatchEvent(new Event('change', { bubbles: true }));
  }, value);

/** Presses the button or ticks the box with these words. */
async function press(tab: Tab, words: string, clickCount = 1): Promise<void> {
  await tab.evaluate((wanted) => {
    for (const old of document.querySelectorAll('[data-press]')) old.removeAttribute('data-press');
    const all = [...document.querySelectorAll<HTMLElement>('button, label, summary')];
    all.find(({ innerText }) => innerText.trim().startsWith(wanted))!.dataset.press = '';
  }, words);
  await tab.click('[data-press]', { clickCount });
}

/** Everything in the extension's database. */
const stored = (tab: Tab) =>
  tab.evaluate(async () => {
    const open = indexedDB.open('lurewatch');
    await new Promise((done) => {
      open.onsuccess = done;
    });
    const tables = [...open.result.objectStoreNames];
    const rows = await Promise.all(
      tables.map(
        (table) =>
          new Promise<unknown[]>((done) => {
            const all = open.result.transaction(table).objectStore(table).getAll();
            all.onsuccess = () => done(all.result);
          }),
      ),
    );
    open.result.close();
    return Object.fromEntries(tables.map((table, at) => [table, rows[at]!]));
  });

describe.each(['chromium', 'firefox'] as const)('own pages of the extension in %s', (name) => {
  let web: Web;
  let extension: Extension;
  beforeAll(async () => {
    web = await startWeb();
    web.serve(CHANNEL, readFileSync('tests/pages/telegram-s/channel.html', 'utf8'));
    extension = await extensions[name](web);
  });
  afterAll(async () => {
    await extension?.close();
    await web?.close();
  });

  it.each(['popup', 'check', 'options', 'welcome', 'report'])(
    '%s.html passes axe as installed',
    async (page) => {
      const tab = await extension.openOwn(`${page}.html`);
      await tab.waitForSelector('h1');
      expect(await violations(tab as never)).toEqual([]);
      // Browsers have style sheets of their own for extension pages.
      expect(await tab.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('16px');
      await tab.close();
    },
  );

  it('check judges a text here and quotes it, and sends it nowhere', async () => {
    const before = web.requests.length;
    const tab = await extension.openOwn('check.html');
    await tab.waitForSelector('textarea');
    await tab.type('textarea', LURE);
    await press(tab, 'Check');
    await tab.waitForSelector('.verdict');
    expect(await textOf(tab, '.verdict')).toContain('forced-scam-work lure');
    const quotes = await tab.evaluate(() =>
      [...document.querySelectorAll('.signs q')].map(({ textContent }) => textContent ?? ''),
    );
    expect(quotes.length).toBeGreaterThanOrEqual(3);
    expect(quotes.filter((quote) => !LURE.includes(quote))).toEqual([]);
    expect((await textOf(tab, '.steps')).length).toBeGreaterThan(40);
    const sent = web.requests.slice(before).map(({ url, body }) => url + body);
    expect(sent.filter((request) => /hr_linda88|Sihanoukville/.test(request))).toEqual([]);
    await tab.close();
  });

  it('check says of an honest text that it found no reason to warn, and that this is no proof', async () => {
    const tab = await extension.openOwn('check.html');
    await tab.waitForSelector('textarea');
    await tab.type('textarea', HONEST);
    await press(tab, 'Check');
    await tab.waitForSelector('.verdict.none');
    expect(await textOf(tab, '.verdict')).toContain('does not prove');
    await tab.close();
  });

  it('check says that a text handed over is gone, instead of showing an empty page', async () => {
    const tab = await extension.openOwn('check.html?handed=0b1e0c9a-6d1f-4f5e-9d5c-3f2b7a1c8e42');
    await waitForText(tab, 'The marked text is no longer here.');
    await tab.close();
  });

  it('options are kept, and other open pages follow at once', async () => {
    const other = await extension.openOwn('check.html');
    await other.waitForSelector('h1');
    const tab = await extension.openOwn('options.html');
    await tab.waitForSelector('select');
    await choose(tab, 'MY');
    await press(tab, 'Only danger');
    await press(tab, 'Neutral look');
    await waitForText(other, 'Reading helper');
    await tab.close();
    await other.close();
    const again = await extension.openOwn('options.html');
    await waitForText(again, 'Reading helper');
    const seen = await again.evaluate(() => ({
      country: [...document.querySelectorAll('select')].map(({ value }) => value),
      loudness: document.querySelector<HTMLInputElement>('[type=radio]:checked')?.value,
      title: document.title,
    }));
    expect(seen).toEqual({ country: ['en', 'MY'], loudness: 'danger', title: 'Reading helper' });
    await press(again, 'All warnings');
    await press(again, 'Neutral look');
    await waitForText(again, 'Lurewatch');
    await again.close();
  });

  it('options list every site with its state, and a site can be switched off and on', async () => {
    const tab = await extension.openOwn('options.html');
    await waitForText(tab, 'Reddit');
    await press(tab, 'Reddit');
    await new Promise((done) => setTimeout(done, 500));
    expect((await stored(tab)).settings).toContainEqual({ key: 'sitesOff', value: ['reddit'] });
    await press(tab, 'Reddit');
    await new Promise((done) => setTimeout(done, 500));
    expect((await stored(tab)).settings).toContainEqual({ key: 'sitesOff', value: [] });
    await tab.close();
  });

  it('a report is kept once on a double press, is listed, exported, withdrawn and erased', async () => {
    const form = await extension.report(CHANNEL);
    await waitForText(form, 'Report a post');
    expect(await textOf(form, '.parts')).toContain('Name of the author\nLeft out');
    expect(Object.values(await stored(form)).flat()).not.toContainEqual(
      expect.objectContaining({ state: 'waiting' }),
    );
    await press(form, 'I want to keep this report');
    await press(form, 'Keep report', 2);
    await waitForText(form, 'The report is kept');
    const { reports } = await stored(form);
    expect(reports).toHaveLength(1);
    const [kept] = reports as { id: string; post: Record<string, unknown> }[];
    expect(kept!.post).not.toHaveProperty('author');
    await form.close();

    const options = await extension.openOwn('options.html');
    await waitForText(options, 'Kept on');
    await options.evaluate(() => {
      const create = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (file) => {
        (file as Blob).text().then((text) => {
          document.body.dataset.saved = text;
        });
        return create(file);
      };
    });
    await press(options, 'Save a copy');
    await options.waitForSelector('[data-saved]');
    const saved = JSON.parse(await options.evaluate(() => document.body.dataset.saved!));
    expect(saved.reports).toEqual(reports);
    await press(options, 'Withdraw');
    await waitForText(options, 'Withdrawn. What it held is erased.');
    expect(JSON.stringify((await stored(options)).reports)).not.toContain('hostess');
    await press(options, 'Erase all');
    await press(options, 'Yes, erase all');
    await waitForText(options, 'All is erased.');
    expect(Object.values(await stored(options)).flat()).toEqual([]);
    await options.close();
  });
});
