/** Everything that is stored, for the reader to take along or to erase. */
import { DATABASE_VERSION, type Database, database } from './database.ts';

/** All stored data as JSON text, as it is on the disk. */
export async function exportData(db: Database = database): Promise<string> {
  const [settings, dismissals, reports, sightings] = await Promise.all([
    db.settings.toArray(),
    db.dismissals.toArray(),
    db.reports.toArray(),
    db.sightings.toArray(),
  ]);
  const data = {
    format: 'lurewatch-data',
    version: DATABASE_VERSION,
    settings,
    dismissals,
    reports,
    sightings,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

/**
 * Erases everything. Tables are emptied and not dropped: other pages of the extension hold the
 * database open, and would keep a removal waiting. Send `settings.changed` afterwards.
 */
export async function eraseData(db: Database = database): Promise<void> {
  await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
}
