/**
 * The whole way: a volunteer reports a lure in browser A; two maintainers agree; the decision is
 * promoted, signed by two keys and published; browser B warns of what it did not know before.
 */
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { promote } from '#cli/hub/promote.ts';
import { Team } from '#cli/publish/testing/team.ts';
import english from '#locales/en.json' with { type: 'json' };
import { ADDRESS, asking, LURE, openedPage, readerWorld } from '#tests/browser/data/worlds.ts';
import { type ExtensionInChromium, launchChromium } from '#tests/browser/harness/chromium.ts';
import { type HubInWeb, packageWithHub, startHubIn } from '#tests/browser/harness/hub.ts';
import { startWeb, type Web } from '#tests/browser/harness/web.ts';
import { invitationFrom, join, launchReviewBrowser, newMaintainer } from './maintainers.ts';

const MIRROR = 'https://rules.example';
const TEXT = 'Good morning. Please write to https://t.me/unlikely_boss about it.';

let web: Web;
let hub: HubInWeb;
let team: Team;
let review: Browser;
let a: ExtensionInChromium;
let b: ExtensionInChromium;
const folders: string[] = [];

/** How long each step took, in seconds. */
const times: [string, number][] = [];
async function step<T>(name: string, act: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await act();
  times.push([name, (performance.now() - begun) / 1_000]);
  return result;
}

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  web = await startWeb();
  web.serve(ADDRESS, '<!doctype html><title>A page</title><p>Nothing to see');
  hub = await startHubIn(web);
  team = new Team();
  // What is published at first matters to nobody here; the real rules come with the decision.
  await team.found();
  rmSync(team.rules, { recursive: true });
  cpSync('rules', team.rules, { recursive: true });
  web.serveOrigin(MIRROR, (request, response) => {
    const file = joinPath(
      team.repository,
      decodeURIComponent(new URL(request.url ?? '/', MIRROR).pathname),
    );
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.statusCode = existsSync(file) ? 200 : 404;
    response.end(existsSync(file) ? readFileSync(file) : undefined);
  });
  const root = readFileSync(joinPath(team.repository, 'metadata/1.root.json')).toString('base64');
  const trust = { mirrors: [MIRROR], checkMinutes: 60, root };
  const folder = packageWithHub('.output/chrome-mv3', {}, trust);
  folders.push(folder);
  a = await launchChromium(web, { extension: folder });
  b = await launchChromium(web, { extension: folder });
  review = await launchReviewBrowser(web.proxy);
}, 600_000);
afterAll(async () => {
  vi.restoreAllMocks();
  for (const one of [a, b]) await one?.close();
  await review?.close();
  await hub?.close();
  await web?.close();
  team?.end();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

it('turns a flag into a protection', async () => {
  const own = await b.openOwn('check.html');
  const judge = asking({ name: 'check.judge', request: { text: TEXT, links: [] } });
  const signsInB = async () => {
    const { response } = (await own.evaluate(judge)) as {
      response: { warning: { signs: { signal: string }[] } };
    };
    return response.warning.signs.map(({ signal }) => signal);
  };
  expect(await signsInB()).not.toContain('listed-party');

  await step('A reports', async () => {
    const page = await a.context.newPage();
    await page.goto(ADDRESS);
    await (await readerWorld(page)).ask({ name: 'reader.report', request: { post: LURE } });
    const form = await openedPage(a.context, 'report.html');
    await form.getByLabel(english['report.consent.yes.hub']).check();
    await form.getByRole('button', { name: english['report.send'] }).click();
    await form.getByText(english['report.sent'], { exact: true }).waitFor();
  });
  await step('the hub makes a case', () =>
    vi.waitUntil(() => hub.hub.store.db.selectFrom('cases').select('id').executeTakeFirst(), {
      timeout: 60_000,
    }),
  );
  await step('two maintainers agree', async () => {
    const [amira, bela] = [await newMaintainer(review), await newMaintainer(review)];
    await join(amira, hub.hub.firstLink!, 'Amira');
    await join(bela, await invitationFrom(amira, 'reviewer'), 'Bela');
    for (const { page } of [amira, bela]) {
      await page.getByRole('link', { name: 'Queue', exact: true }).click();
      await page.locator('.case-row').click();
      await page.getByRole('heading', { name: 'Decide' }).waitFor();
      if (page === amira.page) {
        await page.getByLabel(/telegram\s+unlikely_boss/).check();
        await page.getByLabel('What readers are told').fill('Lured people to a compound.');
        await page.getByRole('button', { name: 'Propose' }).click();
      }
      await page.getByRole('button', { name: 'Agree with my passkey' }).click();
      await page.getByText(page === amira.page ? 'agreed: Amira' : 'agreed: Amira, Bela').waitFor();
    }
  });
  await step('promoted into the rules', async () => {
    const known = joinPath(team.folder, 'maintainers.json');
    const from = ['--hub', hub.hub.address, '--rules', team.rules, '--maintainers', known];
    expect(await promote(from)).toBe(0);
    const { maintainers } = JSON.parse(readFileSync(known, 'utf8'));
    expect(maintainers.map(({ name }: { name: string }) => name)).toEqual(['Amira', 'Bela']);
  });
  await step('signed by two keys and published', async () => expect(await team.release()).toBe(0));
  await step('B updates', async () => {
    const answer = await own.evaluate(asking({ name: 'ruleset.check', request: {} }));
    expect(answer).toEqual({ response: { outcome: 'updated' } });
  });
  expect(await signsInB()).toContain('listed-party');

  const options = await a.openOwn('options.html');
  await options.getByText(english['options.reports.listed']).waitFor();
  vi.restoreAllMocks();
  console.log(times.map(([name, seconds]) => `${name}: ${seconds.toFixed(1)} s`).join('\n'));
}, 600_000);
