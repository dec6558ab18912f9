/** Tabs: own pages to open, readers to tell. */
import { browser } from './browser.ts';
import { sendToTab } from './messages.ts';

/** Opens a page of the extension, for instance `check.html`, in a new tab. */
export async function openOwnPage(page: string, params: Record<string, string> = {}) {
  const query = new URLSearchParams(params).toString();
  await browser.tabs.create({ url: browser.runtime.getURL(`/${page}${query && `?${query}`}`) });
}

/** Has the page report the post on which its context menu was opened. False where it can't. */
export async function reportIn(tabId: number): Promise<boolean> {
  // A tab without a reader gives no answer.
  const answer = await sendToTab(tabId, 'page.report', {}).catch(() => ({ found: false }));
  return answer.found;
}

/** Tells every page that is being read to start over with new settings. */
export async function restartReaders(): Promise<void> {
  const tabs = await browser.tabs.query({});
  // Most tabs have no reader; silence is their answer.
  await Promise.allSettled(
    tabs.map(({ id }) => (id === undefined ? undefined : sendToTab(id, 'page.restart', {}))),
  );
}
