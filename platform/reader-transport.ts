/**
 * The message channel as the content script sees it: the browser's own, without the polyfill,
 * which would be an eighth of what is loaded into every page. The three calls used here behave
 * alike in all browsers that we support. `chrome` is a name that both Chrome and Firefox define;
 * `browser` an older Chrome does not, and there a page could take it for one of its elements.
 */
import type { browser } from './browser.ts';
import type { Transport } from './messenger.ts';

type World = { readonly chrome: Pick<typeof browser, 'runtime'> };
const runtime = () => (globalThis as unknown as World).chrome.runtime;

export const transport: Transport = {
  ownId: () => runtime().id,
  ownOrigin: () => runtime().getURL('/'),
  send: (message) => runtime().sendMessage(message),
  sendToTab: () => Promise.reject(new Error('no tabs in a page')),
  listen: (listener) => runtime().onMessage.addListener(listener),
};

/** False once the extension was updated, disabled or removed: then nobody answers any more. */
export function isAlive(): boolean {
  try {
    return runtime().id !== undefined;
  } catch {
    return false;
  }
}
