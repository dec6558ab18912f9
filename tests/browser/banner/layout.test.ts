/** The banner on every screen: narrow, touched, right to left, forced colours, still. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, press, type Stages, startStages } from './stage.ts';

/** Elements that reach out of the banner, and controls smaller than `least` pixels. */
const misfits = (tab: Page, least: number) =>
  tab.evaluate((size) => {
    const { host, root } = window.stage;
    const page = document.documentElement;
    const frame = host.getBoundingClientRect();
    const shown = [...root!.querySelectorAll('.banner *')].filter(
      (element) =>
        element.getClientRects().length > 0 && !element.closest('.unseen, .brief > span'),
    );
    const describe = (element: Element) => `${element.tagName}.${element.className}`;
    return {
      scroll: page.scrollWidth > page.clientWidth,
      // What a line cuts off with an ellipsis is inside a box that is itself measured.
      out: shown
        .filter((element) => !element.closest('.proof > *, .reach > *'))
        .filter((element) => {
          const { left, right } = element.getBoundingClientRect();
          return left < frame.left - 0.5 || right > frame.right + 0.5;
        })
        .map(describe),
      small: shown
        .filter((element) => element.matches('button, summary, a'))
        .filter((element) => {
          const { width, height } = element.getBoundingClientRect();
          return Math.min(width, height) < size - 0.5;
        })
        .map(describe),
    };
  }, least);

const fits = { scroll: false, out: [], small: [] };
const scripts = [
  { warning: 'english' },
  { warning: 'hostile' },
  { warning: 'english', lang: 'ta' },
  { warning: 'english', lang: 'ru' },
  { warning: 'khmer', lang: 'km' },
  { warning: 'burmese', lang: 'my' },
  { warning: 'arabic', lang: 'ar', dir: 'rtl' },
  { warning: 'urdu', lang: 'ur', dir: 'rtl' },
];

describe.each(browsers)('layout in %s', (name) => {
  let stages: Stages;
  beforeAll(async () => {
    stages = await startStages(name);
  });
  afterAll(() => stages.close());

  it.each(scripts)('fits 320 pixels, folded and open: %o', async (state) => {
    const tab = await stages.open(state as Record<string, string>, { width: 320 });
    expect(await misfits(tab, 24)).toEqual(fits);
    for (const panel of ['why', 'help', 'dismiss']) {
      await press(tab, `button[name=${panel}]`);
      expect(await misfits(tab, 24)).toEqual(fits);
    }
  });

  it('is one line high where there is room, and two in a feed', async () => {
    for (const [width, most] of [
      [1000, 42],
      [600, 66],
    ] as const) {
      const tab = await stages.open({}, { width });
      const height = await tab.evaluate(
        () => window.stage.root!.querySelector('.banner')!.getBoundingClientRect().height,
      );
      expect(height).toBeLessThan(most);
    }
  });

  it('pushes the post down and covers nothing of it', async () => {
    const tab = await stages.open({ open: 'help' });
    const gap = await tab.evaluate(() => {
      const post = document.querySelector('#post')!.getBoundingClientRect();
      return post.top - window.stage.root!.querySelector('.banner')!.getBoundingClientRect().bottom;
    });
    expect(gap).toBeGreaterThanOrEqual(0);
  });

  it('mirrors from right to left', async () => {
    const tab = await stages.open({ warning: 'arabic', lang: 'ar', dir: 'rtl', open: 'help' });
    const order = await tab.evaluate(() =>
      ['.line > .icon', '[name=why]', '[name=help]', '[name=dismiss]'].map((found) => {
        const { left, right } = window.stage.root!.querySelector(found)!.getBoundingClientRect();
        return (left + right) / 2;
      }),
    );
    expect(order).toEqual([...order].sort((a, b) => b - a));
    const number = await tab.evaluate(
      () => getComputedStyle(window.stage.root!.querySelector('.reach bdi')!).direction,
    );
    expect(number).toBe('ltr');
  });

  it('keeps its state while the warning changes', async () => {
    const tab = await stages.open({ open: 'why' });
    const seen = await tab.evaluate(() => {
      window.stage.banner.update(window.stage.warnings.caution!);
      const { root } = window.stage;
      return {
        open: root!.querySelector('.panel')?.id,
        tone: root!.querySelector('.banner')?.classList.contains('caution'),
        signs: root!.querySelectorAll('.signs > li').length,
      };
    });
    expect(seen).toEqual({ open: 'why', tone: true, signs: 1 });
  });

  it('offers only the scopes that the post has', async () => {
    const tab = await stages.open({ open: 'dismiss', author: 'no', company: 'no' });
    const choices = () =>
      tab.evaluate(() => window.stage.root!.querySelectorAll('.choices button').length);
    expect(await choices()).toBe(1);
    await press(tab, '.choices button');
    expect(await choices()).toBe(0);
  });
});

describe('layout by the wishes of the system, chromium', () => {
  let stages: Stages;
  beforeAll(async () => {
    stages = await startStages('chromium');
  });
  afterAll(() => stages.close());

  it.each(['why', 'help', 'dismiss'])('has targets of 44 pixels for fingers: %s', async (open) => {
    for (const width of [320, 600]) {
      const tab = await stages.open({ open }, { width, touch: true });
      expect(await misfits(tab, 44)).toEqual(fits);
    }
  });

  it('moves for at most 150 ms, and not at all where less motion is wished', async () => {
    const tab = await stages.open();
    const longest = () =>
      tab.evaluate(() => {
        const seconds = [...window.stage.root!.querySelectorAll('.banner, .banner *')].flatMap(
          (element) => {
            const { transitionDuration, animationDuration } = getComputedStyle(element);
            return [transitionDuration, animationDuration].map(Number.parseFloat);
          },
        );
        return Math.max(...seconds.filter((value) => !Number.isNaN(value)));
      });
    expect(await longest()).toBeLessThanOrEqual(0.15);
    expect(await longest()).toBeGreaterThan(0);
    await tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    expect(await longest()).toBe(0);
  });

  it('has lines around everything where colours are forced', async () => {
    const tab = await stages.open({ open: 'why' });
    const session = await tab.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    const edges = await tab.evaluate(() =>
      ['.banner', '.actions .button', '.words'].map((found) => {
        const { borderTopWidth, borderTopColor } = getComputedStyle(
          window.stage.root!.querySelector(`.panel ${found}, ${found}`)!,
        );
        return borderTopWidth !== '0px' && !/^rgba.*, 0\)$/.test(borderTopColor);
      }),
    );
    expect(edges).toEqual([true, true, true]);
  });

  it('has full contrast where more is wished', async () => {
    const tab = await stages.open({ ground: '#fff' });
    await (await tab.createCDPSession()).send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-contrast', value: 'more' }],
    });
    const colours = await tab.evaluate(() => {
      const { color } = getComputedStyle(window.stage.root!.querySelector('.proof')!);
      const { backgroundColor } = getComputedStyle(window.stage.root!.querySelector('.banner')!);
      return [color, backgroundColor];
    });
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });
});
