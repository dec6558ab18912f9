/**
 * Finds the two browsers that the tests and the tour drive. Plain JavaScript, because the set-up
 * runs it with whatever Node the machine has. `LUREWATCH_CHROMIUM` and `LUREWATCH_FIREFOX` win.
 *
 * Google's branded Chrome is not in the list: since version 137 it ignores `--load-extension`.
 */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const places = {
  chromium: [
    'chromium',
    'chromium-browser',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  ],
  firefox: [
    'firefox-esr',
    'firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

/** @param {string} path */
function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Path of a browser's program, or undefined.
 * @param {'chromium' | 'firefox'} browser
 * @returns {string | undefined}
 */
export function findBrowser(browser) {
  const chosen = process.env[`LUREWATCH_${browser.toUpperCase()}`];
  if (chosen) return executable(chosen) ? chosen : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return places[browser]
    .flatMap((place) => (/[\\/]/.test(place) ? [place] : folders.map((dir) => join(dir, place))))
    .find(executable);
}
