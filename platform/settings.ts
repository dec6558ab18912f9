/** What the reader has chosen: read and written with Dexie; a waking background reads past it. */
import type { Settings } from '#schema/settings.ts';
import { z } from '#schema/zod.ts';
import { type Database, database } from './database.ts';
import { DEFAULT_SETTINGS, settingSchemas, settingsFrom } from './settings-rows.ts';

/** Reads all settings; the defaults when the database can't be read. */
export async function readSettings(db: Database = database): Promise<Settings> {
  try {
    return settingsFrom(await db.settings.toArray());
  } catch {
    return { ...DEFAULT_SETTINGS };
  }
}

/**
 * Stores the named settings and leaves the others; `undefined` goes back to the default. Whoever
 * calls it sends `settings.changed` afterwards, so that background and pages take it over.
 */
export async function changeSettings(
  change: { readonly [K in keyof Settings]?: Settings[K] | undefined },
  db: Database = database,
): Promise<Settings> {
  await db.transaction('rw', db.settings, async () => {
    for (const [key, value] of Object.entries(change)) {
      if (value === undefined) await db.settings.delete(key);
      else await db.settings.put({ key, value: z.parse(settingSchemas.get(key)!, value) });
    }
  });
  return readSettings(db);
}
