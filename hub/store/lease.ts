/** Work that only one of several hubs does at a time; when its holder dies, another takes over. */
import type { Tx } from './transact.ts';

/** After so long without a sign of life the work is free: a batch takes far less. */
const LEASE_MS = 15_000;

/**
 * Takes or keeps a piece of work, and says whether this hub has it. Called inside the transaction
 * that does the work, so that a hub which was slow writes nothing once another has taken over.
 */
export async function hold(tx: Tx, name: string, holder: string, now: number): Promise<boolean> {
  const held = await tx
    .insertInto('leases')
    .values({ name, holder, until: now + LEASE_MS })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ holder, until: now + LEASE_MS })
        .where(({ eb, or }) =>
          or([eb('leases.holder', '=', holder), eb('leases.until', '<', now)]),
        ),
    )
    .returning('holder')
    .executeTakeFirst();
  return held !== undefined;
}

/** Gives work back at once, for a hub that shuts down. */
export const release = (tx: Tx, holder: string) =>
  tx.deleteFrom('leases').where('holder', '=', holder).execute();
