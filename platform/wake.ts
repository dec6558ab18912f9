/**
 * One row of the database, read without Dexie: a background that was just woken pays for nothing
 * but this read. Dexie owns the database; here it is never made or changed.
 */
import { DATABASE_NAME } from './database-name.ts';

/** The row, unparsed; `undefined` where there is none, or no database, or it can't be read. */
export function readRow(store: string, key: string): Promise<unknown> {
  return new Promise((done) => {
    const opening = indexedDB.open(DATABASE_NAME);
    // A database that is not there yet must not come into being without its tables.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => done(undefined);
    opening.onsuccess = () => {
      const database = opening.result;
      const finish = (row: unknown) => {
        database.close();
        done(row);
      };
      if (!database.objectStoreNames.contains(store)) return finish(undefined);
      const reading = database.transaction(store).objectStore(store).get(key);
      reading.onsuccess = () => finish(reading.result);
      reading.onerror = () => finish(undefined);
    };
  });
}
