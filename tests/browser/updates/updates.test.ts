/** One published change reaches two browsers, which warn of what they did not know before. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullPath } from '#ruleset/update/texts.ts';
import { asking } from '#tests/browser/data/worlds.ts';
import { launchChromium } from '#tests/browser/harness/chromium.ts';
import { launchFirefox } from '#tests/browser/harness/firefox.ts';
import { startWeb, type Web } from '#tests/browser/harness/web.ts';
import { startMirror, withListed } from './mirror.ts';

type Answer = { response?: Record<string, unknown> };
type Evaluate = (expression: string) => Promise<unknown>;

const DOMAIN = 'newly-listed.example.net';
const TEXT = `Our office is at https://jobs.${DOMAIN}/apply today.`;

let web: Web;
let mirror: ReturnType<typeof startMirror>;
const folders: string[] = [];
const closers: (() => Promise<void>)[] = [];
/** Evaluates in a page of the extension. */
const browsers = new Map<string, Evaluate>();

/** Makes the device remember a time that its clock has not shown. */
const seen = (latest: string): string => `new Promise((done, fail) => {
  const opening = indexedDB.open('lurewatch');
  opening.onerror = () => fail(opening.error);
  opening.onsuccess = () => {
    const writing = opening.result.transaction('rulesets', 'readwrite');
    writing.objectStore('rulesets').put({ key: 'updates', failures: 0, latest: '${latest}' });
    writing.oncomplete = () => done(opening.result.close());
  };
})`;

function packageFor(built: string): string {
  const folder = mirror.packageFor(built);
  folders.push(folder);
  return folder;
}

beforeAll(async () => {
  web = await startWeb();
  mirror = startMirror(web);
  const chromium = await launchChromium(web, { extension: packageFor('.output/chrome-mv3') });
  closers.push(() => chromium.close());
  const own = await chromium.openOwn('options.html');
  browsers.set('Chromium', (expression) => own.evaluate(expression));
  const firefox = await launchFirefox(web, { extension: packageFor('.output/firefox-mv3') });
  closers.push(() => firefox.close());
  const page = await firefox.openOwn('options.html');
  browsers.set('Firefox', (expression) => page.evaluate(expression));
});
afterAll(async () => {
  for (const close of closers) await close();
  await web?.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe.each(['Chromium', 'Firefox'])('%s', (browser) => {
  const evaluate: Evaluate = (expression) => browsers.get(browser)!(expression);
  const ask = async (name: string, request: object = {}): Promise<Answer> =>
    (await evaluate(asking({ name, request }))) as Answer;
  const signs = async (): Promise<string[]> => {
    const { response } = await ask('check.judge', { text: TEXT, links: [] });
    const { signs: seen } = response!.warning as { signs: { signal: string }[] };
    return seen.map(({ signal }) => signal);
  };

  it('stands on the package where a mirror has nothing to offer', async () => {
    mirror.state.portal = true;
    expect(await ask('ruleset.check')).toEqual({ response: { outcome: 'not-an-update' } });
    mirror.state.portal = false;
    expect(await signs()).not.toContain('listed-party');
    expect(await ask('ruleset.status')).toMatchObject({
      response: { source: 'bundled', channel: true, state: 'fresh', lastOutcome: 'not-an-update' },
    });
  });

  it('takes a published change, and warns of what it did not know before', async () => {
    await mirror.publish(withListed(1_000, DOMAIN), 1_000);
    mirror.asked.length = 0;
    expect(await ask('ruleset.check')).toEqual({ response: { outcome: 'updated' } });
    expect(mirror.asked.some(({ path }) => path.includes(fullPath('rules')))).toBe(false);
    expect(await signs()).toContain('listed-party');
    expect(await ask('ruleset.status')).toMatchObject({
      response: { source: 'updated', serial: 1_000, signers: [expect.any(String)] },
    });
    expect(await ask('ruleset.check')).toEqual({ response: { outcome: 'current' } });
  });

  it('tells the mirror nothing of who asks', () => {
    for (const { headers } of mirror.asked) {
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
    }
  });

  it('names nobody once the rules have expired, though the clock was set back since', async () => {
    await evaluate(seen('2099-06-01T00:00:00.000Z'));
    expect(await ask('ruleset.check')).toEqual({ response: { outcome: 'expired' } });
    expect(await ask('ruleset.status')).toMatchObject({ response: { state: 'expired' } });
    expect(await signs()).not.toContain('listed-party');
  });
});
