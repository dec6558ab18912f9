/** Optional sites: the reader script is registered for exactly those that the reader granted. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ExtensionInChromium, launchChromium } from '#tests/browser/harness/chromium.ts';
import { startWeb, type Web } from '#tests/browser/harness/web.ts';

const SITE = 'https://www.bayt.com/*';
let web: Web;
let extension: ExtensionInChromium;
let own: Page;
let browserSettings: Page;

beforeAll(async () => {
  web = await startWeb();
  extension = await launchChromium(web);
  own = await extension.openOwn('options.html');
  browserSettings = await extension.context.newPage();
  await browserSettings.goto('chrome://extensions');
});
afterAll(async () => {
  await extension?.close();
  await web?.close();
});

const registered = () =>
  own.evaluate(
    `chrome.scripting.getRegisteredContentScripts().then((scripts) =>
      scripts.map(({ id, matches, js, runAt }) => ({ id, matches, js, runAt })))`,
  );

/**
 * Grants the site as the reader would: a press in a page of ours asks for it. Nobody can answer
 * the browser's own question here, so its settings have said yes beforehand.
 */
async function grant(): Promise<void> {
  const settings = `extensionId: '${extension.id}', hostAccess: 'ON_SPECIFIC_SITES'`;
  await browserSettings.evaluate(
    `chrome.developerPrivate.updateExtensionConfiguration({ ${settings} })`,
  );
  await browserSettings.evaluate(
    `chrome.developerPrivate.addHostPermission('${extension.id}', '${SITE}')`,
  );
  await own.bringToFront();
  // The listener stands before the press: an evaluation that waits for it would race with it.
  await own.evaluate(
    `void (globalThis.granted = new Promise((done) => addEventListener('click', () =>
      done(chrome.permissions.request({ origins: ['${SITE}'] })), { once: true })))`,
  );
  await own.mouse.click(2, 2);
  expect(await own.evaluate('globalThis.granted')).toBe(true);
}

describe('an optional site', () => {
  it('is not read before it was granted', async () => {
    expect(await registered()).toEqual([]);
  });

  it('is read once granted, and no other', async () => {
    await grant();
    await vi.waitFor(async () =>
      expect(await registered()).toEqual([
        {
          id: 'reader-bayt',
          matches: [SITE],
          js: ['reader.js'],
          runAt: 'document_start',
        },
      ]),
    );
  });

  it('is left alone again when the grant is taken back', async () => {
    expect(await own.evaluate(`chrome.permissions.remove({ origins: ['${SITE}'] })`)).toBe(true);
    await vi.waitFor(async () => expect(await registered()).toEqual([]));
  });
});
