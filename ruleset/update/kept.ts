/** Ruleset and metadata in the database. */
import { type Database, database } from '#platform/database.ts';
import { type CopyRow, InstalledRow } from '#schema/installed.ts';
import { z } from '#schema/zod.ts';
import type { MetadataStore } from '../tuf/ports.ts';

/** The stored ruleset, whichever package compiled it; `undefined` where there is none that is whole. */
export async function keptRuleset(db: Database = database): Promise<InstalledRow | undefined> {
  const row = z.safeParse(InstalledRow, await db.rulesets.get('installed'));
  return row.success ? row.data : undefined;
}

/** One row, so that it is written whole or not at all. The copy of the package's has had its day then. */
export async function keepRuleset(row: InstalledRow, db: Database = database): Promise<void> {
  await db.transaction('rw', db.rulesets, async () => {
    await db.rulesets.put(row);
    await db.rulesets.delete('copy');
  });
}

/** Keeps a copy of the package's compiled ruleset. */
export async function keepCopy(row: CopyRow, db: Database = database): Promise<void> {
  await db.rulesets.put(row);
}

/** Trusted metadata, each change in one transaction. */
export function keptMetadata(db: Database = database): MetadataStore {
  return {
    async read(name) {
      const bytes = (await db.metadata.get(name))?.bytes;
      return bytes instanceof Uint8Array ? bytes : undefined;
    },
    change: (write, remove = []) =>
      db.transaction('rw', db.metadata, async () => {
        await db.metadata.bulkDelete([...remove]);
        await db.metadata.put(write);
      }),
  };
}
