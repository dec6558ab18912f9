/** The volunteer's key: made at the first report, kept in this browser, erased at a press. */
import { type Database, database } from '#platform/database.ts';
import { z } from '#schema/zod.ts';
import { makeVolunteerKey, type VolunteerKey } from './signed.ts';

const NAME = 'key';
const Row = z.object({
  id: z.string().check(z.regex(/^[\w-]{43}$/)),
  privateKey: z.instanceof(CryptoKey),
});

/** The key, if there is one. */
export async function storedKey(db: Database = database): Promise<VolunteerKey | undefined> {
  const parsed = z.safeParse(Row, await db.volunteer.get(NAME));
  return parsed.success ? parsed.data : undefined;
}

/** The key; the first call makes it. */
export async function volunteerKey(db: Database = database): Promise<VolunteerKey> {
  const known = await storedKey(db);
  if (known) return known;
  const made = await makeVolunteerKey();
  // Of two that are made at once the first one stays: a report must not be signed by one that is gone.
  await db.transaction('rw', db.volunteer, async () => {
    if (!(await db.volunteer.get(NAME))) await db.volunteer.put({ name: NAME, ...made });
  });
  return (await storedKey(db)) ?? made;
}

const ASKED = 'asked';
const Asked = z.object({ at: z.number() });

/** When the hub was last asked what became of reports, in milliseconds since 1970; 0 for never. */
export async function lastAsked(db: Database = database): Promise<number> {
  const parsed = z.safeParse(Asked, await db.volunteer.get(ASKED));
  return parsed.success ? parsed.data.at : 0;
}

export async function noteAsked(at: number, db: Database = database): Promise<void> {
  await db.volunteer.put({ name: ASKED, at });
}

/** Forgets the key. What was sent can no longer be asked for, nor taken back. */
export const eraseKey = (db: Database = database): Promise<void> => db.volunteer.delete(NAME);
