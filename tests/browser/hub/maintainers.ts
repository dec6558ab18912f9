/** Maintainers with passkeys, each in a browser context of their own. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../../scripts/browsers.mjs';

export interface Maintainer {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** @param proxy through which the hub is reached, where it stands behind the web's stand-in */
export function launchReviewBrowser(proxy?: string): Promise<Browser> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('Chromium is missing: run "node scripts/setup.mjs".');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--ignore-certificate-errors'],
    ...(proxy === undefined ? {} : { proxy: { server: proxy } }),
  });
}

/** A page whose device has a passkey store that asks nobody. */
export async function newMaintainer(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Maintainer> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 1000 }, ...options });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { page, context };
}

/** Joins by an invitation. */
export async function join({ page }: Maintainer, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
}

/** Invites somebody, and gives the link. */
export async function invitationFrom({ page }: Maintainer, role: string): Promise<string> {
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByLabel('Role').selectOption(role);
  await page.getByRole('button', { name: 'Make a link' }).click();
  return page.getByLabel('Good once').inputValue();
}
