/** Tells a content script whether the extension that it belongs to is still there. */
import { browser } from './browser.ts';

/** False once the extension was updated, disabled or removed: then nobody answers any more. */
export function isAlive(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
}
