/** Settings and texts of the reader, read once in the life of a background and kept in memory. */
import type { Settings } from '#schema/settings.ts';
import { type Catalogue, loadCatalogue } from './i18n.ts';
import { SETTING_KEYS, settingsFrom } from './settings-rows.ts';
import { readRows } from './wake.ts';

export interface Profile {
  readonly settings: Settings;
  readonly catalogue: Catalogue;
}

let known: Promise<Profile> | undefined;

async function read(): Promise<Profile> {
  // Read past Dexie, which takes longer to open than all else of a wake.
  const settings = settingsFrom(await readRows('settings', SETTING_KEYS));
  return { settings, catalogue: await loadCatalogue(settings.language) };
}

export function loadProfile(): Promise<Profile> {
  known ??= read();
  return known;
}

/** To be called when settings have changed. */
export function forgetProfile(): void {
  known = undefined;
}
