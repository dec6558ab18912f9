/**
 * Rows of the database, read without Dexie: a background that was just woken pays for nothing but
 * this read. Dexie owns the database; here it is never made or changed.
 */
import { DATABASE_NAME } from './database-name.ts';

/** The rows, unparsed; `undefined` where there is none, or no database, or it can't be read. */
export function readRows(store: string, keys: readonly string[]): Promise<unknown[]> {
  return new Promise((done) => {
    const opening = indexedDB.open(DATABASE_NAME);
    // A database that is not there yet must not come into being without its tables.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => done(keys.map(() => undefined));
    opening.onsuccess = () => {
      const database = opening.result;
      const finish = (rows: unknown[]) => {
        database.close();
        done(rows);
      };
      if (!database.objectStoreNames.contains(store)) return finish(keys.map(() => undefined));
      const transaction = database.transaction(store);
      const reading = keys.map((key) => transaction.objectStore(store).get(key));
      transaction.oncomplete = () => finish(reading.map(({ result }) => result));
      transaction.onabort = () => finish(keys.map(() => undefined));
    };
  });
}
