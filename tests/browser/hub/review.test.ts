/** Two maintainers, with passkeys, decide on a case in the real page; a third may only read. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DAILY } from '#hub/intake/standing.ts';
import { sampleReport, sendReport } from '#hub/testing/reports.ts';
import { startTestHub, type TestHub } from '#hub/testing/start.ts';
import { makeVolunteerKey } from '#reports/signed.ts';
import {
  invitationFrom,
  join,
  launchReviewBrowser,
  type Maintainer,
  newMaintainer,
} from './maintainers.ts';

const TEXT =
  'Customer service in Sihanoukville, USD 1,500 a month, no experience needed, free flight and dormitory.\nMessage us on Telegram @golden_desk7 <img src=x onerror="document.title=1">';

let hub: TestHub;
let browser: Browser;
let amira: Maintainer;
let bela: Maintainer;

beforeAll(async () => {
  hub = await startTestHub();
  browser = await launchReviewBrowser();
  for (let n = 0; n < 3; n++) {
    const report = sampleReport(
      {
        text: TEXT,
        title: 'Customer service <b>abroad</b>',
        company: n === 2 ? 'Honest Hotel' : 'Golden Sea',
        links: [
          'https://t.me/golden_desk7',
          'https://jobs.golden-sea.example.net/apply',
          'https://www.facebook.com/x',
        ],
      },
      {
        contact: 'contacted',
        note: 'They asked for my passport. <script>document.title = 2</script>',
      },
    );
    await sendReport(hub.origin, await makeVolunteerKey(), report, `203.0.${n}.1`);
  }
  await vi.waitUntil(
    async () =>
      (await hub.store.db.selectFrom('cases').select('reports').executeTakeFirst())?.reports === 3,
    { timeout: 30_000 },
  );
});
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

const openCase = async ({ page }: Maintainer) => {
  await page.getByRole('link', { name: 'Queue', exact: true }).click();
  await page.getByRole('link', { name: /Customer service/ }).click();
  await page.getByRole('heading', { name: 'Decide' }).waitFor();
};

describe('the review page', () => {
  it('shows nothing to somebody who is not signed in', async () => {
    const stranger = await newMaintainer(browser);
    await stranger.page.goto(`${hub.origin}/review/`);
    await stranger.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    for (const path of ['me', 'cases', 'cases/C-00000000', 'maintainers'])
      expect((await fetch(`${hub.origin}/review/api/${path}`)).status).toBe(401);
    await stranger.context.close();
  });

  it('takes the first maintainer by a link that is good once', async () => {
    amira = await newMaintainer(browser);
    await join(amira, hub.firstLink!, 'Amira');
    const thief = await newMaintainer(browser);
    await thief.page.goto(hub.firstLink!);
    await thief.page.getByLabel('Your name').fill('Thief');
    await thief.page.getByRole('button', { name: 'Make a passkey' }).click();
    await thief.page.getByText('This invitation is used or too old').waitFor();
    await thief.context.close();
  });

  it('takes further ones by invitation, and signs them in again with the passkey alone', async () => {
    const link = await invitationFrom(amira, 'reviewer');
    bela = await newMaintainer(browser);
    await join(bela, link, 'Bela');
    await bela.page.getByRole('button', { name: 'Sign out' }).click();
    await bela.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await bela.page.getByRole('heading', { name: 'Queue' }).waitFor();
  });

  it('shows a case as text, with what the engine saw, employers apart, and no link to follow', async () => {
    await openCase(amira);
    const post = amira.page.locator('.post');
    expect(await post.innerText()).toContain('<img src=x');
    expect(await post.locator('img').count()).toBe(0);
    expect(await post.locator('mark').count()).toBeGreaterThan(0);
    const text = await amira.page.locator('main').innerText();
    expect(text).toContain('hxxps://t[.]me/golden_desk7');
    expect(text).toMatch(/company\s+Golden Sea\s+in 2 reports/);
    expect(text).toMatch(/company\s+Honest Hotel\s+in 1 reports/);
    expect(await amira.page.locator('main a[href^="http"]').count()).toBe(0);
    expect(await amira.page.title()).toBe('Lurewatch review');
  });

  it('lists nobody before two maintainers have agreed to the same', async () => {
    await amira.page.getByLabel(/telegram golden_desk7/).check();
    await amira.page.getByLabel(/domain example.net/).check();
    await amira.page.getByLabel('What readers are told').fill('Lured people to a compound.');
    await amira.page.getByRole('button', { name: 'Propose' }).click();
    await amira.page.getByRole('button', { name: 'Agree with my passkey' }).click();
    await amira.page.getByText('agreed: Amira').waitFor();
    expect(await amira.page.getByRole('button', { name: 'Agree with my passkey' }).count()).toBe(0);
    const listings = async () => (await (await fetch(`${hub.origin}/v1/listings`)).json()).listings;
    expect(await listings()).toEqual([]);

    await openCase(bela);
    await bela.page.getByRole('button', { name: 'Agree with my passkey' }).click();
    await bela.page.getByText('agreed: Amira, Bela').waitFor();
    expect(await listings()).toMatchObject([
      { type: 'domain', value: 'example.net', reason: 'Lured people to a compound.' },
      { type: 'telegram', value: 'golden_desk7' },
    ]);
  });

  it('refuses to list what is protected', async () => {
    expect(await bela.page.getByLabel(/domain facebook.com/).isDisabled()).toBe(true);
  });

  it('writes every step into a log that anybody can check, without reports or reporters', async () => {
    const { lines } = await (await fetch(`${hub.origin}/v1/log`)).json();
    expect(
      lines.map(
        ({ entry }: { entry: { actor: string; action: string } }) =>
          `${entry.actor} ${entry.action}`,
      ),
    ).toEqual(['hub invite', 'Amira join', 'Amira invite', 'Bela join', 'Bela list']);
    expect(JSON.stringify(lines)).not.toMatch(/passport|Sihanoukville/);
  });

  it('obeys no other site, and no session that was ended', async () => {
    const cookie = (await amira.context.cookies())
      .map(({ name, value }) => `${name}=${value}`)
      .join();
    const withdraw = (headers: Record<string, string>) =>
      fetch(`${hub.origin}/review/api/invitations`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Cookie: cookie, ...headers },
        body: JSON.stringify({ role: 'admin' }),
      });
    expect((await withdraw({ Origin: 'https://evil.example' })).status).toBe(403);
    expect((await withdraw({})).status).toBe(403);
    expect((await withdraw({ Origin: hub.origin })).status).toBe(201);
    await amira.page.getByRole('button', { name: 'Sign out' }).click();
    await amira.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect((await withdraw({ Origin: hub.origin })).status).toBe(401);
  });

  it('lets an auditor read and do nothing', async () => {
    await amira.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    const link = await invitationFrom(amira, 'auditor');
    const auditor = await newMaintainer(browser);
    await join(auditor, link, 'Otto');
    await auditor.page.getByRole('button', { name: 'Listed', exact: true }).click();
    await auditor.page.getByRole('link', { name: /Customer service/ }).click();
    await auditor.page.getByRole('heading', { name: 'The post' }).waitFor();
    expect(await auditor.page.getByRole('heading', { name: 'Decide' }).count()).toBe(0);
    const refused = await auditor.page.evaluate(async () => {
      const answer = await fetch('/review/api/invitations', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{"role":"admin"}',
      });
      return answer.status;
    });
    expect(refused).toBe(403);
    await auditor.context.close();
  });

  it('hears a listed party: an appeal, decided by somebody who did not list it', async () => {
    const party = await newMaintainer(browser);
    await party.page.goto(`${hub.origin}/appeal/`);
    await party.page.getByLabel('What is listed').selectOption('telegram');
    await party.page.getByLabel('The domain, account').fill('@golden_desk7');
    await party.page
      .getByLabel('Why the listing')
      .fill('This is our school office. <b>Please</b> look.');
    await party.page.getByLabel('How you show').selectOption('person');
    await party.page.getByRole('button', { name: 'Appeal' }).click();
    await party.page.getByRole('heading', { name: 'Your appeal is here' }).waitFor();

    const appeals = (one: Maintainer) => one.page.getByRole('link', { name: 'Appeals' }).click();
    await appeals(amira);
    await amira.page.getByText('Somebody who did not list this party decides.').waitFor();
    const link = await invitationFrom(amira, 'reviewer');
    const chi = await newMaintainer(browser);
    await join(chi, link, 'Chi');
    await appeals(chi);
    await chi.page.getByLabel('Answer, which everybody').fill('You are right, and we are sorry.');
    await chi.page.getByRole('button', { name: 'Take off the list' }).click();
    await chi.page.getByText('Nobody waits for an answer.').waitFor();
    await party.page.reload();
    await party.page.getByText('You are off the list.').waitFor();
    const { listings } = await (await fetch(`${hub.origin}/v1/listings`)).json();
    expect(listings.map(({ value }: { value: string }) => value)).toEqual(['example.net']);
    await party.context.close();
    await chi.context.close();
  });

  it('shows what was set aside, and lets it in', async () => {
    const key = await makeVolunteerKey();
    for (let n = 0; n < DAILY.plain + 2; n++) {
      const report = sampleReport({ text: `Packers for our warehouse, number ${n}`, links: [] });
      await sendReport(hub.origin, key, report, '198.51.100.7');
    }
    const { page } = amira;
    await page.getByRole('link', { name: 'Set aside' }).click();
    await page.getByText('2 reports signed by one key').waitFor();
    await page
      .getByText(`Packers for our warehouse, number ${DAILY.plain + 1}`)
      .first()
      .waitFor();
    await page
      .getByRole('button', { name: /^Let in/ })
      .first()
      .click();
    await page.getByText('Nothing is set aside.').waitFor();
  });
});
