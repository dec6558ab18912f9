import { createHash } from 'node:crypto';
import { compileIndicators, packListings } from '#engine/indicators/compile.ts';
import { normalForm } from '#engine/indicators/normal.ts';
import { IndicatorTable } from '#engine/indicators/table.ts';
import { canonicalJson } from '#engine/ruleset/canonical.ts';
import { faultOf } from '#listings/protected.ts';
import { type Listing, OWN_SOURCE } from '#schema/listing.ts';
import type { IndicatorSource } from '#schema/rules.ts';
import type { IndicatorsSource } from '#schema/ruleset.ts';
import type { ImportedList } from './lists.ts';
import type { Problem } from './problem.ts';
import type { TableFile } from './yaml.ts';

/** Hexadecimal digits of a listing's id: a thousand listings, and one chance in a million of twins. */
const ID_LENGTH = 8;
/** Far more salts than will ever be tried: one in three hundred fails at a million names each way. */
const MOST_SALTS = 1_000;

/** What stands of a listing in its text, as its id. */
const listingId = (listing: Listing): string =>
  createHash('sha256').update(canonicalJson(listing)).digest('hex').slice(0, ID_LENGTH);

/**
 * Decisions and lists as the text of the indicators holds them: what is alike of them is a listing.
 * A party is listed once: decisions go before lists, and lists in the order of their sources.
 * @param names that must not be listed
 */
export function gatherIndicators(
  decisions: readonly TableFile<IndicatorSource[]>[],
  lists: readonly ImportedList[],
  names: ReadonlySet<string>,
  problems: Problem[],
): IndicatorsSource {
  const gathered: IndicatorsSource = { salt: 0, listings: {}, entries: [] };
  const seen = new Set<string>();
  const add = (party: { type: IndicatorSource['type']; value: string }, listing: Listing) => {
    const key = `${party.type} ${party.value}`;
    if (seen.has(key)) return;
    seen.add(key);
    const id = listingId(listing);
    gathered.listings[id] = listing;
    gathered.entries.push({ listing: id, type: party.type, value: party.value });
  };
  const isFaulty = (
    file: string,
    party: { type: IndicatorSource['type']; value: string; line?: number },
  ) => {
    const message = faultOf(party.type, party.value, names);
    if (message === undefined) return false;
    const where = party.line === undefined ? {} : { line: party.line };
    problems.push({ file, ...where, message: `${party.value} ${message}` });
    return true;
  };
  for (const { file, data } of decisions)
    for (const { type, value, ...rest } of data) {
      const party = { type, value: normalForm(type, value) };
      if (!isFaulty(file, party)) add(party, { ...rest, source: OWN_SOURCE });
    }
  for (const { source, file, parties } of lists) {
    const { name, reason, retrieved: date, expires } = source;
    for (const { type, value, line } of parties)
      if (!isFaulty(file, { type, value, line }))
        add({ type, value }, { source: name, reason, case: '', date, expires });
  }
  return { ...gathered, salt: saltFor(gathered, names).salt };
}

/**
 * The first salt with which no name of weight is hit by chance. What is listed itself is no chance.
 * @returns the salt, and the names that are listed or below a listed one
 */
export function saltFor(
  source: IndicatorsSource,
  names: Iterable<string>,
): { salt: number; listed: string[] } {
  const domains = new Set(
    source.entries.filter(({ type }) => type === 'domain').map(({ value }) => value),
  );
  const [listed, others]: [string[], string[]] = [[], []];
  for (const name of names)
    (parentsOf(name).some((domain) => domains.has(domain)) ? listed : others).push(name);
  if (source.entries.length === 0) return { salt: 0, listed };
  for (let salt = 0; salt < MOST_SALTS; salt++) {
    const { indicators, owners } = compileIndicators({ ...source, salt });
    const listings: Listing[] = JSON.parse(new TextDecoder().decode(packListings(source.listings)));
    // Of no day: expired listings are in the table too.
    const table = new IndicatorTable(indicators, owners, listings, '');
    if (!others.some((name) => table.findHost(name))) return { salt, listed };
  }
  throw new RangeError(`no salt of ${MOST_SALTS} spares every name`);
}

/** A host, and every domain above it. */
function parentsOf(host: string): string[] {
  const normal = normalForm('domain', host);
  const labels = normal.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}
