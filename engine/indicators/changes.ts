/** Changes a built table without reading its entries anew: a merge of two sorted rows. */
import { BundleError } from '../phrases/errors.ts';
import { buildIndicators, byPlace, type Entry, type IndicatorSections, type Row } from './build.ts';
import { Hasher } from './hash.ts';
import {
  BUCKETS,
  beginOf,
  bytesOf,
  type Owners,
  openOwners,
  openPacked,
  ownersFor,
  roomFor,
  writeBegins,
} from './packed.ts';

export interface IndicatorChanges {
  /** Entries that go, each with the number that its listing had. */
  readonly removed: readonly Entry[];
  /** Entries that come, each with the number that its listing will have. */
  readonly added: readonly Entry[];
  /** For each listing that there was, the number that it will have; any number where it goes. */
  readonly renumbered: readonly number[];
  /** How many listings there will be. */
  readonly listings: number;
  readonly salt: number;
}

/**
 * The sections that `buildIndicators` would give for the changed entries, byte for byte.
 * @throws {BundleError} where an entry that is to go is not there, or the salt is another
 */
export function applyChanges(
  { indicators, owners }: IndicatorSections,
  { removed, added, renumbered, listings, salt }: IndicatorChanges,
): IndicatorSections {
  if (indicators.length === 0) return buildIndicators(added, added.length, listings, salt);
  const old = openPacked(indicators);
  if (old.salt !== salt) throw new BundleError('another salt');
  const goes = rowsOf(removed, salt);
  const comes = rowsOf(added, salt);
  const count = old.count - goes.length + comes.length;
  if (count === 0) return { indicators: new Uint8Array(), owners: new Uint8Array() };
  const oldOwners = openOwners(owners, old.count, renumbered.length);
  const { bytes, packed } = roomFor(count, salt);
  const newOwners = ownersFor(count, listings);
  const owner = ownerReader(oldOwners, renumbered);
  const begins = new Uint32Array(BUCKETS + 1);
  let to = 0;
  let go = 0;
  let come = 0;

  const put = (rest: number, listing: number) => {
    packed.rests[to] = rest;
    if (newOwners.length > 0) newOwners[to] = listing;
    to++;
  };
  /** Where among the old entries the buckets begin that are to be copied as they are. */
  let from = 0;
  const copy = (end: number) => {
    packed.rests.set(old.rests.subarray(from, end), to);
    if (newOwners.length > 0)
      for (let at = from; at < end; at++) newOwners[to + at - from] = owner(at);
    to += end - from;
  };
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const begin = beginOf(old, bucket);
    if (goes[go]?.bucket !== bucket && comes[come]?.bucket !== bucket) {
      begins[bucket] = to + begin - from;
      continue;
    }
    copy(begin);
    begins[bucket] = to;
    const end = beginOf(old, bucket + 1);
    from = end;
    for (let at = begin; at < end; at++) {
      const rest = old.rests[at]!;
      const gone = goes[go];
      if (gone?.bucket === bucket && gone.rest === rest && isOwner(oldOwners, at, gone.listing)) {
        go++;
        continue;
      }
      const listing = owner(at);
      for (let next = comes[come]; next?.bucket === bucket; next = comes[come]) {
        if (next.rest > rest || (next.rest === rest && next.listing > listing)) break;
        put(next.rest, next.listing);
        come++;
      }
      put(rest, listing);
    }
    for (let next = comes[come]; next?.bucket === bucket; next = comes[++come])
      put(next.rest, next.listing);
    if (goes[go]?.bucket === bucket) throw new BundleError('an indicator to remove is not listed');
  }
  copy(old.count);
  begins[BUCKETS] = to;
  writeBegins(packed, begins);
  return { indicators: bytes, owners: bytesOf(newOwners) };
}

function rowsOf(entries: readonly Entry[], salt: number): Row[] {
  const hasher = new Hasher(salt);
  return entries
    .map(({ type, value, listing }) => {
      const row: Row = { bucket: 0, rest: 0, listing };
      hasher.hash(type, value, row);
      return row;
    })
    .sort(byPlace);
}

const isOwner = (owners: Owners, at: number, listing: number): boolean =>
  (owners.length > 0 ? owners[at] : 0) === listing;

const ownerReader =
  (owners: Owners, renumbered: readonly number[]) =>
  (at: number): number =>
    renumbered[owners.length > 0 ? owners[at]! : 0] ?? 0;
