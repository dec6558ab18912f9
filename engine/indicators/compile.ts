import type { Listing } from '#schema/listing.ts';
import type { IndicatorsSource } from '#schema/ruleset.ts';
import { BundleError } from '../phrases/errors.ts';
import { canonicalJson } from '../ruleset/canonical.ts';
import { buildIndicators, type Entry, type IndicatorSections } from './build.ts';

/** Ids of listings in the order in which they are numbered. */
export const listingOrder = (listings: Readonly<Record<string, Listing>>): string[] =>
  Object.keys(listings).sort();

/** The listings in their order, as the table reads them. */
export const packListings = (listings: Readonly<Record<string, Listing>>): Uint8Array =>
  new TextEncoder().encode(canonicalJson(listingOrder(listings).map((id) => listings[id])));

/**
 * Entries with the numbers of their listings.
 * @throws {BundleError} for an entry of no listing
 */
export function* numbered(
  entries: IndicatorsSource['entries'],
  order: readonly string[],
): Generator<Entry> {
  const numbers = new Map(order.map((id, number) => [id, number]));
  for (const { type, value, listing } of entries) {
    const number = numbers.get(listing);
    if (number === undefined) throw new BundleError(`${value} is of no listing`);
    yield { type, value, listing: number };
  }
}

/** The three sections of listed parties. */
export function compileIndicators({
  salt,
  listings,
  entries,
}: IndicatorsSource): IndicatorSections & { listings: Uint8Array } {
  const order = listingOrder(listings);
  return {
    ...buildIndicators(numbered(entries, order), entries.length, order.length, salt),
    listings: packListings(listings),
  };
}
