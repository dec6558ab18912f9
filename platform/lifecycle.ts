/** Moments in the life of the extension. */
import { browser } from './browser.ts';

/** Calls back after installation (`isFirst`) and after every update. */
export function onInstalled(listener: (isFirst: boolean) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => listener(reason === 'install'));
}

/** Calls back when the browser starts. */
export function onBrowserStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}
