/** A report goes from the form to a real hub, through outages, and its volunteer learns how it stands. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleReport } from '#hub/testing/reports.ts';
import english from '#locales/en.json' with { type: 'json' };
import {
  ADDRESS,
  asking,
  LURE,
  openedPage,
  readerWorld,
  stored,
} from '#tests/browser/data/worlds.ts';
import { type ExtensionInChromium, launchChromium } from '#tests/browser/harness/chromium.ts';
import { launchFirefox } from '#tests/browser/harness/firefox.ts';
import { HUB, type HubInWeb, packageWithHub, startHubIn } from '#tests/browser/harness/hub.ts';
import { startWeb, type Web } from '#tests/browser/harness/web.ts';

let web: Web;
let hub: HubInWeb;
const folders: string[] = [];
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  web = await startWeb();
  web.serve(ADDRESS, '<!doctype html><title>A page</title><p>Nothing to see');
  hub = await startHubIn(web);
});
afterAll(async () => {
  for (const close of closers) await close();
  await hub?.close();
  await web?.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const atHub = () =>
  hub.hub.store.db.selectFrom('reports').selectAll().orderBy('received_at').execute();

describe('in Chromium', () => {
  const profile = mkdtempSync(join(tmpdir(), 'lurewatch-delivery-'));
  let extension: ExtensionInChromium;
  let folder: string;
  folders.push(profile);

  beforeAll(async () => {
    folder = packageWithHub('.output/chrome-mv3');
    folders.push(folder);
    extension = await launchChromium(web, { extension: folder, profile });
    closers.push(() => extension.close());
  });

  async function form(): Promise<Page> {
    const page = await extension.context.newPage();
    await page.goto(ADDRESS);
    const reader = await readerWorld(page);
    await reader.ask({ name: 'reader.report', request: { post: LURE } });
    const form = await openedPage(extension.context, 'report.html');
    await page.close();
    return form;
  }
  async function onDisk() {
    const own = await extension.openOwn('check.html');
    const { reports } = await stored(own);
    await own.close();
    return reports as { id: string; state: string; tries: number; post: { text: string } }[];
  }
  async function send(): Promise<void> {
    const page = await form();
    await page.getByLabel(english['report.consent.yes.hub']).check();
    await page.getByRole('button', { name: english['report.send'] }).click();
    await page.getByText(english['report.sent'], { exact: true }).waitFor();
    await page.close();
  }

  it('sends nothing before the volunteer says yes', async () => {
    const page = await form();
    await page.getByText(english['report.delivery.hub']).waitFor();
    await page.getByRole('button', { name: english['report.send'] }).click();
    await page.getByText(english['report.consent.missing']).waitFor();
    await page.close();
    expect(web.requests.filter(({ url }) => url.startsWith(HUB))).toEqual([]);
  });

  it('keeps the report while the hub is down, also over a restart of the browser', async () => {
    hub.state.down = true;
    await send();
    await expect
      .poll(async () => (await onDisk())[0])
      .toMatchObject({ state: 'waiting', tries: 1 });
    await extension.close();
    extension = await launchChromium(web, { extension: folder, profile });
    expect(await onDisk()).toMatchObject([{ state: 'waiting', post: { text: LURE.text } }]);
  });

  it('sends exactly what was shown as soon as the hub is there, once, and keeps no text', async () => {
    hub.state.down = false;
    const [waiting] = await onDisk();
    const own = await extension.openOwn('options.html');
    // A hundred presses in a hurry; the wait of the first failure is over.
    await own.evaluate(
      (id) =>
        new Promise<void>((done) => {
          const opening = indexedDB.open('lurewatch');
          opening.onsuccess = () => {
            const writing = opening.result.transaction('reports', 'readwrite');
            const reports = writing.objectStore('reports');
            const reading = reports.get(id);
            reading.onsuccess = () => reports.put({ ...reading.result, nextTry: undefined });
            writing.oncomplete = () => done(opening.result.close());
          };
        }),
      waiting!.id,
    );
    const press = asking({ name: 'reports.deliver', request: {} });
    await own.evaluate(`Promise.all(Array.from({ length: 20 }, () => ${press}))`);
    const [kept, ...more] = await atHub();
    expect(more).toEqual([]);
    expect(JSON.parse(kept!.content!)).toEqual({
      id: waiting!.id,
      createdAt: expect.any(String),
      scheme: 'forced-scam-work',
      level: 'danger',
      contact: 'none',
      rulesetVersion: expect.any(String),
      post: {
        site: 'linkedin',
        key: LURE.key,
        kind: 'post',
        url: ADDRESS,
        text: LURE.text,
        company: 'Unlikely Company',
        links: LURE.links,
        partial: false,
      },
    });
    const [row] = await onDisk();
    expect(row).toMatchObject({ state: 'received', tries: 0 });
    expect(JSON.stringify(row)).not.toMatch(/unlikely|Myawaddy/i);
    await own.close();
  });

  it('tells the volunteer what became of it', async () => {
    await expect.poll(async () => (await atHub())[0]!.case_id, { timeout: 30_000 }).not.toBeNull();
    await hub.hub.store.db
      .updateTable('cases')
      .set({ state: 'not-listed', reason: 'lawful-offer', reviewed_at: Date.now() })
      .execute();
    const options = await extension.openOwn('options.html');
    await options
      .getByText(
        `${english['options.reports.notListed']} ${english['options.reports.reason.lawful-offer']}`,
      )
      .waitFor();
    await options.close();
  });

  it('takes a report back at the hub too, after the hub was down', async () => {
    hub.state.down = true;
    const options = await extension.openOwn('options.html');
    await options.getByRole('button', { name: english['options.reports.withdraw'] }).click();
    await options.getByText(english['options.reports.withdrawn']).waitFor();
    await expect.poll(async () => (await onDisk())[0]).toMatchObject({ state: 'withdrawing' });
    hub.state.down = false;
    await options.evaluate(() => {
      const opening = indexedDB.open('lurewatch');
      opening.onsuccess = () => {
        const reports = opening.result.transaction('reports', 'readwrite').objectStore('reports');
        const reading = reports.getAll();
        reading.onsuccess = () => reports.put({ ...reading.result[0], nextTry: undefined });
      };
    });
    await options.evaluate(asking({ name: 'reports.deliver', request: {} }));
    expect((await onDisk())[0]).toMatchObject({ state: 'withdrawn' });
    expect((await atHub())[0]).toMatchObject({ state: 'erased', content: null });
    // Nothing is left to do: the background is not woken for it again.
    const worker = await extension.worker();
    expect(await worker.evaluate(`chrome.alarms.get('reports')`)).toBeUndefined();
    await options.close();
  });

  it('has a key that nobody can read, and forgets it at a press', async () => {
    const options = await extension.openOwn('options.html');
    const keys = () =>
      options.evaluate(
        () =>
          new Promise<unknown[]>((done) => {
            const opening = indexedDB.open('lurewatch');
            opening.onsuccess = () => {
              const reading = opening.result
                .transaction('volunteer')
                .objectStore('volunteer')
                .get('key');
              reading.onsuccess = () =>
                done(
                  reading.result
                    ? [reading.result.privateKey.extractable, reading.result.privateKey.type]
                    : [],
                );
            };
          }),
      );
    expect(await keys()).toEqual([false, 'private']);
    await options.getByRole('button', { name: english['options.key.erase'] }).click();
    await expect.poll(keys).toEqual([]);
    await options.close();
  });
});

describe('in Firefox', () => {
  it('delivers, once the reader has agreed to it in the browser', async () => {
    const report = {
      ...sampleReport({ text: 'A report from Firefox', links: [] }),
      state: 'waiting',
      consentedAt: new Date().toISOString(),
    };
    const put = `new Promise((done) => {
      const opening = indexedDB.open('lurewatch');
      opening.onsuccess = () => {
        const writing = opening.result.transaction('reports', 'readwrite');
        writing.objectStore('reports').put(${JSON.stringify(report)});
        writing.oncomplete = () => done(opening.result.close());
      };
    })`;
    const gecko = { id: 'extension@lurewatch.example', strict_min_version: '140.0' };
    const agreed = ['websiteContent', 'personalCommunications'];
    const arrived = async () => (await atHub()).some(({ id }) => id === report.id);
    for (const required of [['none'], agreed]) {
      const folder = packageWithHub('.output/firefox-mv3', {
        browser_specific_settings: {
          gecko: { ...gecko, data_collection_permissions: { required } },
        },
      });
      folders.push(folder);
      const firefox = await launchFirefox(web, { extension: folder });
      const own = await firefox.openOwn('options.html');
      await own.evaluate(put);
      await own.evaluate(asking({ name: 'reports.deliver', request: {} }));
      expect(await arrived()).toBe(required === agreed);
      await firefox.close();
    }
  });
});
