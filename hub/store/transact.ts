import { setTimeout as sleep } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { Store } from './open.ts';
import type { Tables } from './tables.ts';

export type Tx = Transaction<Tables>;

/** Two transactions in each other's way, which PostgreSQL and SQLite ask to try again. */
const AGAIN = new Set(['40001', '40P01']);
const SQLITE_BUSY = 5;
const MOST_TRIES = 10;
const FIRST_WAIT_MS = 5;

/**
 * Runs work in a transaction that sees and leaves the data as if it had been alone. May run it
 * several times: the work has no effects outside the database.
 */
export async function transact<T>({ db, kind }: Store, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      const transaction = db.transaction();
      // SQLite knows no other level.
      return await (kind === 'postgres'
        ? transaction.setIsolationLevel('serializable')
        : transaction
      ).execute(work);
    } catch (error) {
      if (tries === MOST_TRIES || !isConflict(error)) throw error;
      await sleep(FIRST_WAIT_MS * 2 ** tries * Math.random());
    }
  }
}

function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && AGAIN.has(error.code)) return true;
  return 'errcode' in error && error.errcode === SQLITE_BUSY;
}
