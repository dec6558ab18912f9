/** The tab in front of the reader, as the popup sees it: a press on our icon gives access to it. */
import { browser } from './browser.ts';

export interface ActiveTab {
  readonly id: number;
  /** Empty where the browser does not tell it: its own pages, for instance. */
  readonly url: string;
}

/** The active tab of the window; `undefined` when there is none. */
export async function activeTab(): Promise<ActiveTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? undefined : { id: tab.id, url: tab.url ?? '' };
}

/** Runs in the page. A mark inside a text field is not part of the document's selection. */
function markedText(): string {
  const field = document.activeElement;
  if (field instanceof HTMLTextAreaElement)
    return field.value.slice(field.selectionStart, field.selectionEnd);
  return getSelection()?.toString() ?? '';
}

/** Text that is marked in a tab. Throws where the browser lets no extension read. */
export async function selectionOf(tabId: number): Promise<string> {
  const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: markedText });
  return typeof frame?.result === 'string' ? frame.result : '';
}

/** Brings nothing up, asks nothing: closes the page of the extension that calls it. */
export async function closeOwnTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

/** Opens the options in a tab of their own, or brings them up. */
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();

/** Version of the installed extension. */
export const ownVersion = (): string => browser.runtime.getManifest().version;
