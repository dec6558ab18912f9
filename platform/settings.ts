/** What the reader has chosen: one row a key, each parsed alone. */
import { Settings } from '#schema/settings.ts';
import { z } from '#schema/zod.ts';
import { type Database, database } from './database.ts';

/** What holds until the reader has chosen anything. */
export const DEFAULT_SETTINGS: Settings = Settings.parse({});

const Row = z.object({ key: z.string(), value: z.unknown() });
const shape = new Map<string, z.ZodMiniType>(Object.entries(Settings.shape));

/** Keys of the rows in which settings are stored. */
export const SETTING_KEYS: readonly string[] = [...shape.keys()];

/**
 * Settings out of stored rows. A row that is broken, or of a key that is no longer known, counts
 * as never written: bad storage must not keep the extension from warning.
 */
export function settingsFrom(rows: readonly unknown[]): Settings {
  const sound = rows.flatMap((row) => {
    const parsed = z.safeParse(Row, row);
    const schema = parsed.success ? shape.get(parsed.data.key) : undefined;
    return schema && z.safeParse(schema, parsed.data?.value).success ? [parsed.data!] : [];
  });
  return Settings.parse(Object.fromEntries(sound.map(({ key, value }) => [key, value])));
}

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
      else await db.settings.put({ key, value: z.parse(shape.get(key)!, value) });
    }
  });
  return readSettings(db);
}
