/** "Not a problem" is remembered over a restart, as a hash; private windows leave no trace. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionInChromium, launchChromium } from '#tests/browser/harness/chromium.ts';
import { startWeb, type Web } from '#tests/browser/harness/web.ts';
import { ADDRESS, judged, LURE, levelIn, readerWorld, stored, type World } from './worlds.ts';

const profile = mkdtempSync(join(tmpdir(), 'lurewatch-data-'));
let web: Web;
let extension: ExtensionInChromium;
let reader: World;

async function start() {
  extension = await launchChromium(web, { profile });
  const page = await extension.context.newPage();
  await page.goto(ADDRESS);
  reader = await readerWorld(page);
}
const level = async (change: object = {}) =>
  levelIn(await reader.ask({ ...judged, request: { posts: [{ ...LURE, ...change }] } }));
const dismiss = (name: 'reader.dismiss' | 'reader.undismiss', scope: string) =>
  reader.ask({ name, request: { post: LURE, scope } });
async function onDisk() {
  const own = await extension.openOwn('options.html');
  const rows = await stored(own);
  await own.close();
  return rows;
}

beforeAll(async () => {
  web = await startWeb();
  web.serve(ADDRESS, '<!doctype html><title>A page</title><p>Nothing to see');
  await start();
});
afterAll(async () => {
  await extension?.close();
  await web?.close();
  rmSync(profile, { recursive: true, force: true });
});

describe('a dismissal', () => {
  it('of a post silences that post alone', async () => {
    expect(await level()).toBe('danger');
    expect(await dismiss('reader.dismiss', 'post')).toEqual({ response: {} });
    expect(await level()).toBeNull();
    expect(await level({ key: 'urn:li:activity:2' })).toBe('danger');
    expect(await level({ site: 'facebook' })).toBe('danger');
  });

  it('is on the disk as hash, site, scope and day, and nothing else is', async () => {
    const { dismissals, reports } = await onDisk();
    expect(reports).toEqual([]);
    expect(dismissals).toEqual([
      {
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        site: 'linkedin',
        scope: 'post',
        day: new Date().toISOString().slice(0, 10),
      },
    ]);
    expect(JSON.stringify(await onDisk())).not.toMatch(/unlikely|Myawaddy|activity/i);
  });

  it('outlives the browser, and can be taken back', async () => {
    await extension.close();
    await start();
    expect(await level()).toBeNull();
    await dismiss('reader.undismiss', 'post');
    expect(await level()).toBe('danger');
    expect((await onDisk()).dismissals).toEqual([]);
  });

  it.each([
    ['author', { author: 'Another' }, { company: 'Another' }],
    ['company', { company: 'Another' }, { author: 'Another' }],
  ])('by %s silences all their posts', async (scope, heard, silent) => {
    await dismiss('reader.dismiss', scope);
    expect(await level({ key: 'urn:li:activity:3', ...silent })).toBeNull();
    expect(await level({ key: 'urn:li:activity:3', ...heard })).toBe('danger');
    await dismiss('reader.undismiss', scope);
    expect(await level()).toBe('danger');
  });
});
