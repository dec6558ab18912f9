/** The own pages without a mouse: order, focus, and what is said. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, type Stages, startStages } from './stage.ts';

/** Name of the focused element, as far as a test needs it. */
const focused = (tab: Page): Promise<string> =>
  tab.evaluate(() => {
    const at = document.activeElement as HTMLInputElement;
    if (at === document.body) return '';
    const named = document.getElementById(at.getAttribute('aria-labelledby') ?? '');
    const name = named ?? at.labels?.[0] ?? at;
    return (at.getAttribute('aria-label') ?? name.textContent ?? '').replace(/\s+/g, ' ').trim();
  });

async function tabTo(tab: Page, name: string | RegExp): Promise<string[]> {
  const passed: string[] = [];
  for (let presses = 0; presses < 40; presses++) {
    await tab.keyboard.press('Tab');
    const at = await focused(tab);
    passed.push(at);
    if (typeof name === 'string' ? at === name : name.test(at)) return passed;
  }
  throw new Error(`${name} was not reached: ${passed.join(' | ')}`);
}

const pressed = (tab: Page): Promise<string[]> => tab.evaluate(() => window.pressed);
const soon = () => new Promise((done) => setTimeout(done, 250));
const status = (tab: Page): Promise<string> =>
  tab.evaluate(() => document.querySelector('[role=status]')?.textContent ?? '');

describe.each(browsers)('own pages by keyboard in %s', (name) => {
  let stages: Stages;
  beforeAll(async () => {
    stages = await startStages(name);
  });
  afterAll(() => stages.close());

  it('popup: reaches the first warned post in three stops and goes there', async () => {
    const tab = await stages.open({ page: 'popup', state: 'warned' });
    const passed = await tabTo(tab, /^Danger/);
    expect(passed).toHaveLength(3);
    await tab.keyboard.press('Enter');
    expect(await pressed(tab)).toEqual(['show a']);
  });

  it('popup: the switch is pressed with Space and changes only when it is stored', async () => {
    const tab = await stages.open({ page: 'popup', state: 'nothing' });
    await tabTo(tab, 'Read Facebook');
    await tab.keyboard.press(' ');
    expect(await pressed(tab)).toEqual(['turn facebook false']);
    expect(await tab.$eval('[role=switch]', (box) => (box as HTMLInputElement).checked)).toBe(true);
  });

  it('popup: asks for a mark when there is none, and shows the result of one', async () => {
    const without = await stages.open({ page: 'popup', state: 'uncovered' });
    await tabTo(without, 'Check marked text');
    await without.keyboard.press('Enter');
    await soon();
    expect(await status(without)).toMatch(/^Mark the words of the post first/);
    const tab = await stages.open({ page: 'popup', state: 'nothing' });
    await tabTo(tab, 'Check marked text');
    await tab.keyboard.press('Enter');
    await soon();
    expect(await focused(tab)).toBe('Signs of a forced-scam-work lure');
  });

  it('check: text, Check, and the result has the focus', async () => {
    const tab = await stages.open({ page: 'check' });
    await tabTo(tab, 'Text to check');
    await tab.keyboard.type('Message us on Telegram');
    await tabTo(tab, 'Check');
    await tab.keyboard.press('Enter');
    await soon();
    expect(await focused(tab)).toBe('Signs of a forced-scam-work lure');
    expect(await pressed(tab)).toEqual(['judge Message us on Telegram']);
  });

  it('check: says what is missing, and that a failure is one', async () => {
    const tab = await stages.open({ page: 'check' });
    await tabTo(tab, 'Check');
    await tab.keyboard.press('Enter');
    await soon();
    expect(await focused(tab)).toBe('Text to check');
    expect(await tab.$eval('[role=alert]', (alert) => alert.textContent)).toBe(
      'Please paste a text first.',
    );
    await tab.keyboard.type('broken');
    await tabTo(tab, 'Check');
    await tab.keyboard.press('Enter');
    await soon();
    expect(await tab.$eval('[role=alert]', (alert) => alert.textContent)).toMatch(
      /could not be checked/,
    );
  });

  it('options: gives the reason before the browser asks, and takes no for an answer', async () => {
    const tab = await stages.open({ page: 'options' });
    await tabTo(tab, 'Indeed');
    await tab.keyboard.press(' ');
    await soon();
    expect(await pressed(tab)).toEqual([]);
    expect(await tab.$eval('.rows .notice', (notice) => notice.textContent)).toMatch(
      /^Your browser will now ask whether Lurewatch may read Indeed/,
    );
    await tabTo(tab, 'Continue');
    await tab.keyboard.press('Enter');
    await soon();
    expect(await pressed(tab)).toEqual(['turn indeed true']);
    expect(await status(tab)).toBe('Indeed stays off.');
  });

  it('options: erases only after a second yes, and the first answer offered is no', async () => {
    const tab = await stages.open({ page: 'options' });
    await tabTo(tab, 'Erase all');
    await tab.keyboard.press('Enter');
    await soon();
    expect(await focused(tab)).toBe('Cancel');
    await tab.keyboard.press('Enter');
    await soon();
    expect(await focused(tab)).toBe('Erase all');
    expect(await pressed(tab)).toEqual([]);
    await tab.keyboard.press('Enter');
    await soon();
    await tabTo(tab, 'Yes, erase all');
    await tab.keyboard.press('Enter');
    await soon();
    expect(await pressed(tab)).toEqual(['erase']);
    expect(await status(tab)).toBe('All is erased.');
  });

  it('welcome: three screens, the heading of each has the focus, the guess is taken', async () => {
    const tab = await stages.open({ page: 'welcome', state: 'new' });
    for (const heading of ['Your country and your sites', 'How it shows warnings']) {
      await tabTo(tab, 'Next');
      await tab.keyboard.press('Enter');
      await soon();
      expect(await focused(tab)).toBe(heading);
    }
    await tabTo(tab, 'Done');
    await tab.keyboard.press('Enter');
    expect(await pressed(tab)).toEqual(['change {"country":"MY"}', 'finish']);
  });

  it('report: asks for the yes, then keeps exactly what was shown', async () => {
    const tab = await stages.open({ page: 'report' });
    await tabTo(tab, 'Place');
    await tab.keyboard.press(' ');
    await tabTo(tab, 'Keep report');
    await tab.keyboard.press('Enter');
    await soon();
    expect(await pressed(tab)).toEqual([]);
    expect(await focused(tab)).toMatch(/^I want to keep this report/);
    await tab.keyboard.press(' ');
    const shown = await tab.$eval('textarea.letters', (letters) => letters.textContent);
    await tabTo(tab, 'Keep report');
    await tab.keyboard.press('Enter');
    await soon();
    const kept = JSON.parse((await pressed(tab))[0]!.slice('keep '.length));
    expect(kept).toEqual(JSON.parse(shown!));
    expect(kept.post).not.toHaveProperty('author');
    expect(kept.post).not.toHaveProperty('place');
    expect(await focused(tab)).toBe('The report is kept');
  });
});
