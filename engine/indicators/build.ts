/** From listed parties to the sections of the table. The same parties give the same bytes. */
import type { IndicatorType } from '#schema/listing.ts';
import { BundleError } from '../phrases/errors.ts';
import { type Hash, Hasher } from './hash.ts';
import { BUCKETS, bytesOf, ownersFor, roomFor, writeBegins } from './packed.ts';

/** A listed party: its value in normal form, and the number of its listing. */
export interface Entry {
  readonly type: IndicatorType;
  readonly value: string;
  readonly listing: number;
}

/** The two sections. */
export interface IndicatorSections {
  readonly indicators: Uint8Array;
  readonly owners: Uint8Array;
}

/** A hash and its listing, as the table orders them. */
export interface Row extends Hash {
  listing: number;
}

/** Order of the table: by bucket, rest, listing. */
export const byPlace = (a: Row, b: Row): number =>
  a.bucket - b.bucket || a.rest - b.rest || a.listing - b.listing;

/**
 * Builds the sections.
 * @param count how many entries there are
 * @throws {BundleError} for more entries or listings than the format can hold
 */
export function buildIndicators(
  entries: Iterable<Entry>,
  count: number,
  listings: number,
  salt: number,
): IndicatorSections {
  if (count === 0) return { indicators: new Uint8Array(), owners: new Uint8Array() };
  const begins = new Uint32Array(BUCKETS + 1);
  const [buckets, rests, numbers] = [
    new Uint16Array(count),
    new Uint32Array(count),
    new Uint16Array(count),
  ];
  const hasher = new Hasher(salt);
  const hash: Hash = { bucket: 0, rest: 0 };
  let at = 0;
  for (const { type, value, listing } of entries) {
    hasher.hash(type, value, hash);
    buckets[at] = hash.bucket;
    rests[at] = hash.rest;
    numbers[at] = listing;
    begins[hash.bucket + 1]!++;
    at++;
  }
  if (at !== count) throw new BundleError(`${at} indicators, not ${count}`);
  for (let bucket = 0; bucket < BUCKETS; bucket++) begins[bucket + 1]! += begins[bucket]!;
  const { bytes, packed } = roomFor(count, salt);
  const owners = ownersFor(count, listings);
  const free = begins.slice();
  for (let from = 0; from < count; from++) {
    const bucket = buckets[from]!;
    const begin = begins[bucket]!;
    let to = free[bucket]!++;
    // A bucket holds about 16: the rest sinks to its place.
    for (; to > begin && isBefore(from, to - 1); to--) {
      packed.rests[to] = packed.rests[to - 1]!;
      if (owners.length > 0) owners[to] = owners[to - 1]!;
    }
    packed.rests[to] = rests[from]!;
    if (owners.length > 0) owners[to] = numbers[from]!;
  }
  writeBegins(packed, begins);
  return { indicators: bytes, owners: bytesOf(owners) };

  function isBefore(from: number, placed: number): boolean {
    const rest = packed.rests[placed]!;
    if (rests[from]! !== rest) return rests[from]! < rest;
    return owners.length > 0 && numbers[from]! < owners[placed]!;
  }
}
