/** The banner for people who don't see, or don't use a mouse: axe, keyboard, announcer. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, focused, logged, press, type Stages, startStages } from './stage.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule of WCAG 2.2 A and AA and axe's best practices; contrast must be decided, not guessed. */
async function violations(tab: Page): Promise<string[]> {
  await tab.evaluate(axe);
  const results = (await tab.evaluate(() =>
    (window as unknown as { axe: { run(at: Element): Promise<unknown> } }).axe.run(
      window.stage.host,
    ),
  )) as AxeResults;
  const undecided = results.incomplete.filter(({ id }) => id === 'color-contrast');
  return [...results.violations, ...undecided].flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id} ${target.join(' ')} ${any[0]?.message ?? ''}`),
  );
}

describe.each(browsers)('banner in %s', (name) => {
  let stages: Stages;
  beforeAll(async () => {
    stages = await startStages(name);
  });
  afterAll(() => stages.close());

  it.each([
    ...['why', 'help', 'dismiss'].flatMap((open) =>
      ['#fff', '#111'].map((ground) => ({ warning: 'english', ground, open })),
    ),
    { warning: 'caution', ground: '#fff', open: 'help' },
    { warning: 'caution', ground: '#111', open: 'why' },
    { warning: 'question', ground: '#fff', open: 'why' },
    { warning: 'question', ground: '#111', open: 'why' },
    { warning: 'urdu', lang: 'ur', dir: 'rtl', open: 'why' },
    { warning: 'arabic', lang: 'ar', dir: 'rtl', open: 'help' },
    { warning: 'khmer', lang: 'km', open: 'why' },
  ])('passes axe as %o', async (state) => {
    const tab = await stages.open(state as Record<string, string>);
    expect(await violations(tab)).toEqual([]);
  });

  it('passes axe when hidden, on a light and a dark page', async () => {
    for (const ground of ['#fff', '#111']) {
      const tab = await stages.open({ open: 'dismiss', ground });
      await press(tab, '.choices button');
      expect(await violations(tab)).toEqual([]);
    }
  });

  it('has its controls right before the post, in the order of need', async () => {
    const tab = await stages.open();
    await tab.focus('#before');
    const order: string[] = [];
    for (let stop = 0; stop < 5; stop++) {
      await tab.keyboard.press('Tab');
      order.push(await focused(tab));
    }
    expect(order).toEqual(['Why?', 'What can I do?', 'Not a problem', 'Report', 'After']);
  });

  it('unfolds by Enter and Space, folds by Escape, and keeps the focus', async () => {
    const tab = await stages.open();
    const expanded = () =>
      tab.evaluate(() =>
        [...window.stage.root!.querySelectorAll('[aria-expanded]')].map(
          (button) => button.getAttribute('aria-expanded') === 'true',
        ),
      );
    await tab.evaluate(() => window.stage.banner.focus());
    expect(await focused(tab)).toBe('Why?');
    await tab.keyboard.press('Enter');
    expect(await expanded()).toEqual([true, false, false]);
    await tab.keyboard.press('Tab');
    await tab.keyboard.press(' ');
    expect(await expanded()).toEqual([false, true, false]);
    await tab.keyboard.press('Escape');
    expect(await expanded()).toEqual([false, false, false]);
    expect(await focused(tab)).toBe('What can I do?');
    expect(await logged(tab)).toEqual(['show true', 'show false']);
  });

  it('hides and undoes by keyboard, the focus never lost', async () => {
    const tab = await stages.open({ open: 'dismiss' });
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Tab');
    expect(await focused(tab)).toBe('Hide warnings on all posts by this author');
    await tab.keyboard.press('Enter');
    expect(await focused(tab)).toBe('Undo');
    await tab.keyboard.press('Enter');
    expect(await focused(tab)).toBe('Not a problem');
    expect(await logged(tab)).toEqual(['dismiss author', 'undismiss author']);
  });

  it('announces a warning once, in a region that was there before', async () => {
    const tab = await stages.open();
    const announced = () => tab.evaluate(() => window.stage.announced);
    await tab.waitForFunction(() => window.stage.announced.length > 1);
    const first = 'Danger: Signs of a forced-scam-work lure';
    expect(await announced()).toEqual(['', first]);
    await tab.evaluate(() => {
      const { banner, warnings } = window.stage;
      banner.update({ ...warnings.english!, partial: false });
    });
    await new Promise((done) => setTimeout(done, 600));
    expect(await announced()).toEqual(['', first]);
    await tab.evaluate(() => window.stage.banner.update(window.stage.warnings.caution!));
    await tab.waitForFunction(() => window.stage.announced.length > 2);
    expect((await announced()).slice(2)).toEqual(['Caution: Signs of a task scam']);
  });

  it('says in words what icons and colours say', async () => {
    const tab = await stages.open({ warning: 'caution' }, { width: 500 });
    const said = await tab.evaluate(() => {
      const { root } = window.stage;
      return {
        hiddenIcons: [...root!.querySelectorAll('svg')].every(
          (icon) => icon.getAttribute('aria-hidden') === 'true',
        ),
        level: root!.querySelector('.level')?.textContent,
        names: [...root!.querySelectorAll('button')].map((button) => button.textContent),
      };
    });
    expect(said).toEqual({
      hiddenIcons: true,
      level: 'Caution',
      names: ['Why?', 'What can I do?', 'Not a problem', 'Report'],
    });
  });
});
