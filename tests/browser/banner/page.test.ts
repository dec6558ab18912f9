/** The banner in a page that is not on our side. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, logged, press, type Stages, startStages } from './stage.ts';

describe.each(browsers)('banner in a page, %s', (name) => {
  let stages: Stages;
  beforeAll(async () => {
    stages = await startStages(name);
  });
  afterAll(() => stages.close());

  it('leaves one plain div with nothing to read', async () => {
    const tab = await stages.open({ root: 'closed' });
    const seen = await tab.evaluate(() => {
      const { host } = window.stage;
      return {
        root: host.shadowRoot,
        html: host.outerHTML,
        text: host.textContent,
        styles: document.querySelectorAll('style').length,
      };
    });
    // The one style is the page's own.
    expect(seen).toEqual({ root: null, html: '<div></div>', text: '', styles: 1 });
  });

  it('ignores presses and keys that no person made', async () => {
    const tab = await stages.open({ open: 'dismiss' });
    const fake = () =>
      tab.evaluate(() => {
        const { root, host } = window.stage;
        for (const button of root!.querySelectorAll<HTMLElement>('button, summary')) {
          button.click();
          button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
          for (const key of ['Enter', ' '])
            for (const type of ['keydown', 'keypress', 'keyup'])
              button.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true }));
        }
        root!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
        host.click();
        return root!.querySelector('.panel')?.id;
      });
    expect(await fake()).toBe('dismiss');
    expect(await logged(tab)).toEqual([]);
    await press(tab, '.choices button');
    await fake();
    expect(await logged(tab)).toEqual(['dismiss post']);
  });

  it('keeps its input from the shortcuts and cards of the page', async () => {
    const tab = await stages.open();
    await tab.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const types = ['click', 'mousedown', 'mouseup', 'pointerdown', 'keydown', 'keyup'];
      for (const type of types) document.addEventListener(type, () => heard.push(type));
    });
    const heard = () => tab.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await press(tab, 'button[name=why]');
    await press(tab, '.panel');
    await tab.keyboard.press('j');
    await tab.keyboard.press('Escape');
    await press(tab, '[title=Report]');
    expect(await heard()).toEqual([]);
    expect(await logged(tab)).toEqual(['show true', 'show false', 'report']);
    // The listeners do hear what happens elsewhere.
    await tab.click('#post');
    expect(await heard()).toContain('click');
  });

  it('works inside a link of the page, and under one stretched over the card', async () => {
    const tab = await stages.open();
    await tab.evaluate(() => {
      const { host } = window.stage;
      const link = document.createElement('a');
      link.href = '#gone';
      host.replaceWith(link);
      link.append(host);
      const cover = document.createElement('a');
      cover.href = '#covered';
      cover.style.cssText = 'position:absolute;inset:0';
      link.after(cover);
    });
    await press(tab, 'button[name=help]');
    await press(tab, '.steps');
    await press(tab, '.head');
    expect(await logged(tab)).toEqual(['show true']);
    expect(await tab.evaluate(() => location.hash)).toBe('');
  });

  it('is not touched by the styles of the page', async () => {
    const tab = await stages.open();
    const look = () =>
      tab.evaluate(() => {
        const { host, root } = window.stage;
        const text = getComputedStyle(root!.querySelector('.head')!);
        const { width, height } = root!.querySelector('.banner')!.getBoundingClientRect();
        const { opacity, visibility, display } = getComputedStyle(host);
        return [text.color, text.fontSize, width, height, opacity, visibility, display].join();
      });
    const before = await look();
    await tab.addStyleTag({
      content: `div, div *, * { display: none !important; opacity: 0 !important; color: #fff !important;
        visibility: hidden !important; font-size: 1px !important; max-height: 0 !important;
        transform: scale(0) !important; clip-path: inset(50%) !important }
        main, article, body, html { display: block !important; opacity: 1 !important; transform: none !important;
        clip-path: none !important; max-height: none !important }
        html { font-size: 3px } * { --ink: #fff; --tone: #fff; --target: 1px; --tone-surface: #fff }`,
    });
    expect(await look()).toBe(before);
  });

  it('shows text as text', async () => {
    const tab = await stages.open({ warning: 'hostile', open: 'why' });
    const seen = await tab.evaluate(() => ({
      foreign: window.stage.root!.querySelectorAll('img, script').length,
      broken: 'broken' in window,
      head: window.stage.root!.querySelector('.head')?.textContent,
    }));
    expect(seen.foreign).toBe(0);
    expect(seen.broken).toBe(false);
    expect(seen.head).toContain('<img src=x onerror=');
  });

  it('follows the ground of the page, not only the system', async () => {
    for (const [ground, scheme] of [
      ['#fff', 'light'],
      ['#000', 'dark'],
      ['oklch(0.25 0.02 250)', 'dark'],
    ]) {
      const tab = await stages.open({ ground: ground! });
      const seen = await tab.evaluate(
        () => getComputedStyle(window.stage.root!.querySelector('.banner')!).colorScheme,
      );
      expect(seen).toBe(scheme);
    }
  });

  it('copies a number with one press, and says so', async () => {
    const tab = await stages.open({ open: 'help' });
    await press(tab, '.copy');
    await tab.waitForFunction(() => window.stage.announced.includes('Copied'));
    await tab.evaluate(() => {
      const field = document.createElement('input');
      document.body.append(field);
      field.focus();
    });
    await tab.keyboard.down('Control');
    await tab.keyboard.press('v');
    await tab.keyboard.up('Control');
    expect(await tab.evaluate(() => document.querySelector('input')!.value)).toBe('997');
  });

  it('gives the pages it links to no referrer and no hold on this one', async () => {
    const tab = await stages.open({ open: 'help' });
    const links = await tab.evaluate(() =>
      [...window.stage.root!.querySelectorAll('a')].map(({ href, target, rel }) => ({
        scheme: new URL(href).protocol,
        target,
        rel,
      })),
    );
    expect(links).toEqual([
      { scheme: 'tel:', target: '', rel: '' },
      { scheme: 'tel:', target: '', rel: '' },
      { scheme: 'tel:', target: '', rel: '' },
      { scheme: 'https:', target: '_blank', rel: 'noopener noreferrer' },
    ]);
  });

  it('is gone when removed, and folds first', async () => {
    const tab = await stages.open({ open: 'why' });
    await tab.evaluate(() => window.stage.banner.remove());
    expect(await logged(tab)).toEqual(['show true', 'show false']);
    expect(await tab.evaluate(() => window.stage.host.isConnected)).toBe(false);
  });
});
