/** The same background in Firefox: answers by `sendResponse`, refuses by code, keeps its database. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionInFirefox, launchFirefox } from '#tests/browser/harness/firefox.ts';
import { startWeb, type Web } from '#tests/browser/harness/web.ts';
import { judged, LURE } from './worlds.ts';

let web: Web;
let extension: ExtensionInFirefox;
let own: Page;

beforeAll(async () => {
  web = await startWeb();
  extension = await launchFirefox(web);
  own = await extension.openOwn('options.html');
});
afterAll(async () => {
  await extension?.close();
  await web?.close();
});

const ask = (message: unknown): Promise<unknown> =>
  own.evaluate(`browser.runtime.sendMessage(${JSON.stringify(message)})`);

describe('the background in Firefox', () => {
  it('judges text that a page of ours hands over', async () => {
    expect(
      await ask({ name: 'check.judge', request: { text: LURE.text, links: [] } }),
    ).toMatchObject({ response: { warning: { level: 'danger', scheme: 'forced-scam-work' } } });
  });

  it('answers also where there is nothing to warn of, and says that this proves nothing', async () => {
    expect(await ask({ name: 'check.judge', request: { text: 'Hello', links: [] } })).toMatchObject(
      {
        response: { warning: { level: 'none', scheme: 'none' } },
      },
    );
    expect(await ask({ name: 'check.judge', request: { text: ' ', links: [] } })).toEqual({
      response: { warning: null },
    });
  });

  it('refuses with the same codes', async () => {
    expect(await ask(judged)).toEqual({ error: 'bad-sender' });
    expect(await ask({ name: 'constructor', request: {} })).toEqual({ error: 'unknown-message' });
    expect(await ask({ name: 'check.judge', request: { text: 5 } })).toEqual({
      error: 'bad-request',
    });
  });

  it('takes changed settings over', async () => {
    expect(await ask({ name: 'settings.changed', request: {} })).toEqual({ response: {} });
  });
});
