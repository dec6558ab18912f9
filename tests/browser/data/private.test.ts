/** From private windows nothing is stored: no dismissal, no report. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '#locales/en.json' with { type: 'json' };
import { type ExtensionInChromium, launchChromium } from '#tests/browser/harness/chromium.ts';
import { startWeb, type Web } from '#tests/browser/harness/web.ts';
import {
  ADDRESS,
  judged,
  LURE,
  levelIn,
  openedPage,
  readerWorld,
  stored,
  type World,
} from './worlds.ts';

let web: Web;
let extension: ExtensionInChromium;
let own: Page;
let inPrivate: World;
let inOrdinary: World;

/** Allows the extension in private windows, as the reader would in the browser's own settings. */
async function allowPrivate(): Promise<void> {
  const page = await extension.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    `chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })`,
  );
  await page.evaluate(
    `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${extension.id}', incognitoAccess: true })`,
  );
  // The browser loads the extension anew.
  await page.waitForFunction(
    `chrome.developerPrivate.getExtensionInfo('${extension.id}').then(
      ({ state, incognitoAccess }) => state === 'ENABLED' && incognitoAccess.isActive)`,
  );
  await page.close();
}

beforeAll(async () => {
  web = await startWeb();
  web.serve(ADDRESS, '<!doctype html><title>A page</title><p>Nothing to see');
  extension = await launchChromium(web);
  await allowPrivate();
  own = await extension.openOwn('options.html');
  const ordinary = await extension.context.newPage();
  await ordinary.goto(ADDRESS);
  inOrdinary = await readerWorld(ordinary);
  await own.evaluate(`chrome.windows.create({ incognito: true, url: '${ADDRESS}?private' })`);
  const page = await openedPage(extension.context, 'test-of-data/?private');
  await page.waitForLoadState();
  inPrivate = await readerWorld(page);
});
afterAll(async () => {
  await extension?.close();
  await web?.close();
});

describe('a private window', () => {
  it('is warned like any other', async () => {
    expect(await inPrivate.evaluate('chrome.extension.inIncognitoContext')).toBe(true);
    expect(levelIn(await inPrivate.ask(judged))).toBe('danger');
  });

  it('remembers a dismissal in memory, for itself alone', async () => {
    const request = { post: LURE, scope: 'post' };
    expect(await inPrivate.ask({ name: 'reader.dismiss', request })).toEqual({ response: {} });
    expect(levelIn(await inPrivate.ask(judged))).toBeNull();
    expect(levelIn(await inOrdinary.ask(judged))).toBe('danger');
    expect((await stored(own)).dismissals).toEqual([]);
  });

  it('shows a report draft that can not be kept', async () => {
    await inPrivate.ask({ name: 'reader.report', request: { post: LURE } });
    const form = await openedPage(extension.context, 'report.html');
    await form.getByText(english['report.private']).waitFor();
    expect(await form.getByRole('button', { name: english['report.keep'] }).count()).toBe(0);
    expect((await stored(own)).reports).toEqual([]);
  });

  it('leaves no word of the post in the database', async () => {
    expect(JSON.stringify(await stored(own))).not.toMatch(/unlikely|Myawaddy|activity/i);
  });
});
