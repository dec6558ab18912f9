import type { Page } from 'playwright-core';
import type { PageState } from '#schema/messages.ts';
import type { ExtensionInChromium } from '#tests/browser/harness/chromium.ts';
import type { Fixture } from '#tests/browser/harness/fixtures.ts';

/** What the content script of the page in front says of it, asked the way the popup asks. */
async function pageState(extension: ExtensionInChromium): Promise<PageState | undefined> {
  const worker = await extension.worker();
  return worker.evaluate(async () => {
    // Runs in the worker, where `chrome` is; the tour's own types know nothing of it.
    const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
    interface Tabs {
      query(of: object): Promise<{ id: number }[]>;
      sendMessage(tab: number, message: object): Promise<{ response?: unknown } | undefined>;
    }
    // Only the sample page has a reader; the extension's own tabs do not answer.
    for (const { id } of await tabs.query({})) {
      const answer = await tabs
        .sendMessage(id, { name: 'page.state', request: {} })
        .catch(() => undefined);
      if (answer?.response) return answer.response as never;
    }
    return undefined;
  });
}

const QUIET_MS = 1_500;
const LONGEST_MS = 12_000;

/**
 * Opens a sample page, scrolls through it as a reader would, waits until nothing changes any more
 * and takes a picture with the first warning in view. Gives the page's final state.
 */
export async function visit(
  extension: ExtensionInChromium,
  page: Page,
  fixture: Fixture,
  picture: string,
): Promise<PageState> {
  await page.goto(fixture.url);
  await page.bringToFront();
  const start = Date.now();
  let state: PageState | undefined;
  let last = '';
  let since = start;
  while (Date.now() - since < QUIET_MS && Date.now() - start < LONGEST_MS) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(200);
    state = await pageState(extension);
    const now = JSON.stringify(state ?? null);
    if (now !== last) since = Date.now();
    last = now;
  }
  if (!state) throw new Error(`${fixture.url}: the content script does not answer.`);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(200);
  await page.screenshot({ path: picture });
  return state;
}
