/**
 * Of which listed parties the reader was warned: only so that somebody who was warned learns when a
 * listing was withdrawn. A hash and a day each; never from private windows.
 */
import { type Database, database } from '#platform/database.ts';
import type { IndicatorType } from '#schema/listing.ts';
import { z } from '#schema/zod.ts';
import { sha256 } from './bundle/bytes.ts';
import { readEntry } from './bundle/indicators-text.ts';

const Sighting = z.object({
  hash: z.string(),
  /** ISO 8601 day of the first warning. */
  day: z.iso.date(),
  /** Present once the listing is gone: what it was, and when this device learnt of it. */
  withdrawn: z.optional(z.object({ value: z.string(), day: z.iso.date() })),
});
type Sighting = z.infer<typeof Sighting>;

type Party = { readonly type: IndicatorType; readonly value: string };

const hashOf = ({ type, value }: Party): Promise<string> => sha256(`${type} ${value}`);
const today = (): string => new Date().toISOString().slice(0, 10);

/** Remembers that the reader was warned of these parties. */
export async function rememberSightings(
  parties: readonly Party[],
  db: Database = database,
): Promise<void> {
  for (const party of parties) {
    const hash = await hashOf(party);
    if (!(await db.sightings.get(hash))) await db.sightings.put({ hash, day: today() });
  }
}

async function sightings(db: Database): Promise<Sighting[]> {
  const rows = await db.sightings.toArray();
  return rows.flatMap((row) => {
    const parsed = z.safeParse(Sighting, row);
    return parsed.success ? [parsed.data] : [];
  });
}

/**
 * Compares two texts of the indicators and marks what the reader was warned of and is listed no more.
 * @param before the text in use until now
 * @param after the text in use from now on
 */
export async function noteWithdrawn(
  before: string,
  after: string,
  db: Database = database,
): Promise<void> {
  const seen = new Map((await sightings(db)).map((row) => [row.hash, row]));
  if (seen.size === 0) return;
  for (const line of goneLines(before, after)) {
    if (line.startsWith('!')) continue;
    const party = readEntry(line);
    const row = seen.get(await hashOf(party));
    // The same party may stand there under another listing.
    if (!row || after.includes(` ${party.type} ${party.value}\n`)) continue;
    await db.sightings.put({ ...row, withdrawn: { value: party.value, day: today() } });
  }
}

/** Lines of the one text that the other has not. Both are sorted: one pass, no set of a million. */
function* goneLines(before: string, after: string): Generator<string> {
  const [old, fresh] = [before, after].map((text) => text.split('\n').slice(1, -1));
  let at = 0;
  for (const line of old!) {
    while (at < fresh!.length && fresh![at]! < line) at++;
    if (fresh![at] !== line) yield line;
  }
}

/** Withdrawn listings of which the reader has not been told yet. */
export async function withdrawnSightings(
  db: Database = database,
): Promise<{ value: string; day: string }[]> {
  return (await sightings(db)).flatMap(({ withdrawn }) => withdrawn ?? []);
}

/** The reader has been told. */
export async function forgetWithdrawn(db: Database = database): Promise<void> {
  const told = (await sightings(db)).filter(({ withdrawn }) => withdrawn);
  await db.sightings.bulkDelete(told.map(({ hash }) => hash));
}
