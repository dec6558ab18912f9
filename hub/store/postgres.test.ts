/** A database that goes away at the worst moment. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { startPostgres } from '../testing/postgres.ts';
import { openStore } from './open.ts';
import { transact } from './transact.ts';

it('refuses a transaction whose connection breaks between two statements, and goes on after', async () => {
  const postgres = await startPostgres();
  const store = await openStore({ data: '', databaseUrl: postgres.url });
  try {
    const broken = transact(store, async (tx) => {
      await sql`select 1`.execute(tx);
      await postgres.kill();
      // The connection tells of its end while nobody waits for an answer.
      await sleep(300);
      await sql`select 2`.execute(tx);
    });
    await expect(broken).rejects.toThrow();
    await postgres.start();
    await expect(transact(store, (tx) => sql`select 3`.execute(tx))).resolves.toBeDefined();
  } finally {
    await store.close();
    await postgres.close();
  }
});
