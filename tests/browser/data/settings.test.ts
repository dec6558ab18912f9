/** A change of the settings reaches pages that are open, and broken storage never silences us. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionInChromium, launchChromium } from '#tests/browser/harness/chromium.ts';
import { startWeb, type Web } from '#tests/browser/harness/web.ts';
import { ADDRESS, askFrom, judged, levelIn, readerWorld, type World } from './worlds.ts';

let web: Web;
let extension: ExtensionInChromium;
let reader: World;

beforeAll(async () => {
  web = await startWeb();
  web.serve(ADDRESS, '<!doctype html><title>A page</title><p>Nothing to see');
  extension = await launchChromium(web);
  const page = await extension.context.newPage();
  await page.goto(ADDRESS);
  reader = await readerWorld(page);
});
afterAll(async () => {
  await extension?.close();
  await web?.close();
});

/** Writes a row as another version, or a broken disk, may have left it. */
async function write(key: string, value: unknown) {
  const own = await extension.openOwn('options.html');
  await own.evaluate(
    ([row]) =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('lurewatch');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('settings', 'readwrite');
          writing.objectStore('settings').put(row);
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    [{ key, value }],
  );
  expect(await askFrom(own, { name: 'settings.changed', request: {} })).toEqual({ response: {} });
  await own.close();
}
const start = async () =>
  (await reader.ask({ name: 'reader.start', request: { url: ADDRESS } })) as {
    response: Record<string, unknown>;
  };

describe('settings', () => {
  it('stand at their defaults at first', async () => {
    const { response } = await start();
    expect(response).toMatchObject({ off: false, loudness: 'every', direction: 'ltr' });
    expect(response.adapter).toMatchObject({ id: 'linkedin' });
    expect(Object.keys(response.strings as object).every((key) => /^banner\./.test(key))).toBe(
      true,
    );
  });

  it('silence pages by loudness', async () => {
    await write('loudness', 'quiet');
    expect(levelIn(await reader.ask(judged))).toBeNull();
    await write('loudness', 'danger');
    expect(levelIn(await reader.ask(judged))).toBe('danger');
  });

  it('switch a site off and on', async () => {
    await write('sitesOff', ['linkedin']);
    const { response } = await start();
    expect(response.off).toBe(true);
    // The popup still names the site, and offers the switch.
    expect(response.adapter).toMatchObject({ id: 'linkedin' });
    expect(levelIn(await reader.ask(judged))).toBeNull();
    await write('sitesOff', []);
    expect(levelIn(await reader.ask(judged))).toBe('danger');
  });

  it('change language and direction', async () => {
    await write('language', 'ar');
    expect((await start()).response).toMatchObject({ language: 'ar', direction: 'rtl' });
    await write('language', 'en');
  });

  it('fall back to the default where a row is broken', async () => {
    for (const broken of [null, 5, 'deafening', { __proto__: null }]) {
      await write('loudness', broken);
      expect((await start()).response.loudness).toBe('every');
      expect(levelIn(await reader.ask(judged))).toBe('danger');
    }
  });
});
