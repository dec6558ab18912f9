/** The own pages for people who don't see well, or not at all: axe, narrow screens, languages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, type Stages, setScheme, startStages, violations } from './stage.ts';

const states = [
  { page: 'popup', state: 'warned' },
  { page: 'popup', state: 'nothing' },
  { page: 'popup', state: 'ask' },
  { page: 'popup', state: 'off' },
  { page: 'popup', state: 'unreadable' },
  { page: 'popup', state: 'uncovered', neutral: '1' },
  { page: 'popup', state: 'closed' },
  { page: 'check' },
  { page: 'check', state: 'danger' },
  { page: 'check', state: 'caution' },
  { page: 'check', state: 'none' },
  { page: 'options' },
  { page: 'options', state: 'empty' },
  { page: 'options', state: 'hub' },
  { page: 'welcome', state: '0' },
  { page: 'welcome', state: '1' },
  { page: 'welcome', state: '2' },
  { page: 'report' },
  { page: 'report', state: 'private' },
  { page: 'report', state: 'hub' },
  { page: 'report', state: 'gone' },
];
/** One state a page, for what does not depend on the state. */
const pages = states.filter(
  ({ page }, at) => states.findIndex((other) => other.page === page) === at,
);

/** The rules that look at colours; the others see no difference in the dark. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

describe.each(browsers)('own pages in %s', (name) => {
  let stages: Stages;
  beforeAll(async () => {
    stages = await startStages(name);
  });
  afterAll(() => stages.close());

  it.each(states)('passes axe in light and dark as %o', async (state) => {
    const tab = await stages.open(state);
    expect(await violations(tab)).toEqual([]);
    await setScheme(tab, name, 'dark');
    expect(await violations(tab, OF_COLOURS)).toEqual([]);
  });

  it.each(pages)('passes axe from right to left as %o', async (state) => {
    const tab = await stages.open({ ...state, lang: 'ar' });
    expect(await violations(tab)).toEqual([]);
  });

  it.each(states)('fits 320 pixels, which is 200 % zoom on a phone, as %o', async (state) => {
    for (const lang of pages.includes(state) ? ['en', 'ur', 'my', 'ta', 'ru'] : ['en']) {
      const tab = await stages.open({ ...state, lang }, { width: 320, height: 640 });
      const [wanted, given] = await tab.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(wanted, lang).toBeLessThanOrEqual(given!);
    }
  });

  it.each(pages)('tells its language, direction and title as %o', async (state) => {
    for (const [lang, dir] of [
      ['km', 'ltr'],
      ['ur', 'rtl'],
    ]) {
      const tab = await stages.open({ ...state, lang: lang! });
      const root = await tab.evaluate(() => {
        const { lang, dir } = document.documentElement;
        return { lang, dir, title: document.title };
      });
      expect(root).toMatchObject({ lang, dir });
      expect(root.title).toContain('Lurewatch');
    }
  });

  it('says its name nowhere in the popup when the look is neutral', async () => {
    for (const state of ['warned', 'nothing', 'off', 'unreadable', 'uncovered', 'closed']) {
      const tab = await stages.open({ page: 'popup', state, neutral: '1' });
      const said = await tab.evaluate(() => document.title + document.body.innerText);
      expect(said).not.toContain('Lurewatch');
    }
  });

  it('has targets of 24 pixels at least, and of 36 where something is pressed', async () => {
    for (const state of pages) {
      const tab = await stages.open(state, { width: 360, height: 640 });
      const small = await tab.evaluate(() =>
        [...document.querySelectorAll('button, select, summary, label, a')].flatMap((target) => {
          const { height, width } = target.getBoundingClientRect();
          // A label of a field is no target of its own.
          const least = target.matches('button, select, summary') ? 36 : 24;
          const isTarget = !target.matches('label:not(:has(input))');
          return isTarget && width > 0 && height < least ? [`${target.textContent} ${height}`] : [];
        }),
      );
      expect(small).toEqual([]);
    }
  });
});
