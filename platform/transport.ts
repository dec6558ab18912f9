/** The browser's message channel as a `Transport`. */
import { browser } from './browser.ts';
import type { Transport } from './messenger.ts';

export const transport: Transport = {
  ownId: () => browser.runtime.id,
  ownOrigin: () => browser.runtime.getURL('/'),
  send: (message) => browser.runtime.sendMessage(message),
  sendToTab: (tabId, message) => browser.tabs.sendMessage(tabId, message),
  listen: (listener) => browser.runtime.onMessage.addListener(listener),
};
