/** What the reader has chosen, out of what the disk holds: one row a key, each parsed alone. */
import { Settings } from '#schema/settings.ts';
import { z } from '#schema/zod.ts';

/** What holds until the reader has chosen anything. */
export const DEFAULT_SETTINGS: Settings = Settings.parse({});

const Row = z.object({ key: z.string(), value: z.unknown() });
/** The schema of each setting. */
export const settingSchemas = new Map<string, z.ZodMiniType>(Object.entries(Settings.shape));

/** Keys of the rows in which settings are stored. */
export const SETTING_KEYS: readonly string[] = [...settingSchemas.keys()];

/**
 * Settings out of stored rows. A row that is broken, or of a key that is no longer known, counts
 * as never written: bad storage must not keep the extension from warning.
 */
export function settingsFrom(rows: readonly unknown[]): Settings {
  const sound = rows.flatMap((row) => {
    const parsed = z.safeParse(Row, row);
    const schema = parsed.success ? settingSchemas.get(parsed.data.key) : undefined;
    return schema && z.safeParse(schema, parsed.data?.value).success ? [parsed.data!] : [];
  });
  return Settings.parse(Object.fromEntries(sound.map(({ key, value }) => [key, value])));
}
