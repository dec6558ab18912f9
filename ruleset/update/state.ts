/** What is remembered of checks: one row, written whole. */
import { type Database, database } from '#platform/database.ts';
import { Outcome } from '#schema/ruleset-status.ts';
import { z } from '#schema/zod.ts';

const KEY = 'updates';

const UpdateState = z.object({
  key: z.literal(KEY),
  lastCheck: z.optional(z.iso.datetime()),
  lastOutcome: z.optional(Outcome),
  /** The last check that found the newest rules, or that there are none newer. */
  lastGood: z.optional(z.iso.datetime()),
  nextCheck: z.optional(z.iso.datetime()),
  /** Failed checks since the last one that succeeded. */
  failures: z.number(),
  /** Latest time ever seen, ISO 8601: a clock set back must not revive what has expired. */
  latest: z.optional(z.iso.datetime()),
});
export type UpdateState = z.infer<typeof UpdateState>;

/** State before the first check; also where the row is broken. */
const FRESH: UpdateState = { key: KEY, failures: 0 };

export async function readState(db: Database = database): Promise<UpdateState> {
  const row = z.safeParse(UpdateState, await db.rulesets.get(KEY));
  return row.success ? row.data : FRESH;
}

/** Changes some of it and leaves the rest. */
export async function changeState(
  change: Partial<Omit<UpdateState, 'key'>>,
  db: Database = database,
): Promise<UpdateState> {
  const state = { ...(await readState(db)), ...change };
  await db.rulesets.put(state);
  return state;
}
