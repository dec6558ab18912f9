/** A report: drafted without touching the disk, kept once, there after a restart, withdrawn. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '#locales/en.json' with { type: 'json' };
import { type ExtensionInChromium, launchChromium } from '#tests/browser/harness/chromium.ts';
import { startWeb, type Web } from '#tests/browser/harness/web.ts';
import { ADDRESS, askedBesides, askFrom, LURE, openedPage, readerWorld, stored } from './worlds.ts';

const profile = mkdtempSync(join(tmpdir(), 'lurewatch-reports-'));
let web: Web;
let extension: ExtensionInChromium;

beforeAll(async () => {
  web = await startWeb();
  web.serve(ADDRESS, '<!doctype html><title>A page</title><p>Nothing to see');
  extension = await launchChromium(web, { profile });
});
afterAll(async () => {
  await extension?.close();
  await web?.close();
  rmSync(profile, { recursive: true, force: true });
});

/** Presses Report as the banner does, and gives the page that opens. */
async function report(): Promise<Page> {
  const page = await extension.context.newPage();
  await page.goto(ADDRESS);
  const reader = await readerWorld(page);
  expect(await reader.ask({ name: 'reader.report', request: { post: LURE } })).toEqual({
    response: {},
  });
  const form = await openedPage(extension.context, 'report.html');
  expect(form.url()).toMatch(/\/report\.html\?draft=[0-9a-f-]{36}$/);
  return form;
}
async function onDisk() {
  const own = await extension.openOwn('options.html');
  const { reports } = await stored(own);
  await own.close();
  return reports as { id: string; state: string; post: Record<string, unknown> }[];
}
const keep = (form: Page) =>
  form.evaluate(() => {
    const button = document.querySelector<HTMLElement>('form button[type=submit]')!;
    // Twice in one breath, as a shaking hand does.
    button.click();
    button.click();
  });

describe('a report', () => {
  let form: Page;

  it('is drafted without the author, and nothing of it reaches the disk', async () => {
    form = await report();
    const draft = new URL(form.url()).searchParams.get('draft');
    const answer = await askFrom(form, { name: 'report.draft', request: { id: draft } });
    expect(answer).toMatchObject({
      response: {
        isPrivate: false,
        draft: { level: 'danger', contact: 'none', post: { text: LURE.text } },
      },
    });
    expect(JSON.stringify((answer as { response: { draft: object } }).response.draft)).not.toMatch(
      /Unlikely Author/,
    );
    expect(await onDisk()).toEqual([]);
  });

  it('is not kept before the volunteer says yes', async () => {
    await form.getByRole('button', { name: english['report.keep'] }).waitFor();
    await keep(form);
    await form.getByText(english['report.consent.missing']).waitFor();
    expect(await onDisk()).toEqual([]);
  });

  it('is kept once, however often the button is pressed, exactly as it was shown', async () => {
    await form.getByLabel(english['report.consent.yes']).check();
    await keep(form);
    await form.getByText(english['report.kept'], { exact: true }).waitFor();
    const [kept, ...more] = await onDisk();
    expect(more).toEqual([]);
    expect(kept).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      createdAt: expect.any(String),
      consentedAt: expect.any(String),
      state: 'waiting',
      tries: 0,
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
  });

  it('is there after the browser was started again, and is listed', async () => {
    const [before] = await onDisk();
    await extension.close();
    extension = await launchChromium(web, { profile });
    expect(await onDisk()).toEqual([before]);
    const options = await extension.openOwn('options.html');
    await options.getByRole('button', { name: english['options.reports.withdraw'] }).click();
    await options.getByText(english['options.reports.withdrawn']).waitFor();
    await options.close();
  });

  it('leaves nothing of the post when withdrawn', async () => {
    const [withdrawn] = await onDisk();
    expect(withdrawn).toMatchObject({ state: 'withdrawn', post: { text: '', url: '', links: [] } });
    expect(JSON.stringify(withdrawn)).not.toMatch(/unlikely|Myawaddy|activity/i);
  });

  it('is gone, and says so, where the background has stopped in between', async () => {
    const gone = await extension.openOwn('report.html?draft=6f6e7c3e-0000-4000-8000-000000000000');
    await gone.getByText(english['report.gone']).waitFor();
    await gone.close();
  });

  it('has sent nothing anywhere', () => {
    expect(askedBesides(web)).toEqual([]);
  });
});
