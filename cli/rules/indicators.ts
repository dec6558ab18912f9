import { createHash } from 'node:crypto';
import { normalForm } from '#engine/indicators/normal.ts';
import { canonicalJson } from '#engine/ruleset/canonical.ts';
import type { IndicatorSource, Listing } from '#schema/rules.ts';
import type { IndicatorsSource } from '#schema/ruleset.ts';

/** Hexadecimal digits of a listing's id: a thousand listings, and one chance in a million of twins. */
const ID_LENGTH = 8;

/** What stands of a listing in its text, as its id. */
export const listingId = (listing: Listing): string =>
  createHash('sha256').update(canonicalJson(listing)).digest('hex').slice(0, ID_LENGTH);

/** Decisions as the text of the indicators holds them: what is alike of them is a listing. */
export function gatherIndicators(decisions: readonly IndicatorSource[]): IndicatorsSource {
  const gathered: IndicatorsSource = { salt: 0, listings: {}, entries: [] };
  for (const { type, value, ...rest } of decisions) {
    const listing = { ...rest, source: 'maintainers' };
    const id = listingId(listing);
    gathered.listings[id] = listing;
    gathered.entries.push({ listing: id, type, value: normalForm(type, value) });
  }
  return gathered;
}
