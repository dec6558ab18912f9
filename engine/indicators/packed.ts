/**
 * The sections of the indicator table. `indicators`: count and salt, where each bucket begins (a
 * base for 256 buckets and a distance from it), then the rests, sorted within a bucket. `owners`:
 * for each rest the number of its listing.
 */
import { BundleError } from '../phrases/errors.ts';

export const BUCKETS = 1 << 16;
const GROUPS = BUCKETS >> 8;
/** Count and salt. */
const HEAD = 2;

/** Typed-array views over the section, nothing else: opening costs the same for any length. */
export interface Packed {
  readonly count: number;
  readonly salt: number;
  /** Where the first bucket of each group of 256 begins. */
  readonly bases: Uint32Array;
  /** Distance of a bucket's first rest from its group's. */
  readonly distances: Uint16Array;
  readonly rests: Uint32Array;
}

const bytesFor = (count: number): number => 4 * (HEAD + GROUPS) + 2 * BUCKETS + 4 * count;

/** Room for a table of so many entries, in bytes that are zero. */
export function roomFor(count: number, salt: number): { bytes: Uint8Array; packed: Packed } {
  const bytes = new Uint8Array(bytesFor(count));
  new Uint32Array(bytes.buffer, 0, HEAD).set([count, salt]);
  return { bytes, packed: viewsOf(bytes, count, salt) };
}

function viewsOf(bytes: Uint8Array, count: number, salt: number): Packed {
  const { buffer, byteOffset } = bytes;
  const bases = byteOffset + 4 * HEAD;
  const distances = bases + 4 * GROUPS;
  return {
    count,
    salt,
    bases: new Uint32Array(buffer, bases, GROUPS),
    distances: new Uint16Array(buffer, distances, BUCKETS),
    rests: new Uint32Array(buffer, distances + 2 * BUCKETS, count),
  };
}

/** @throws {BundleError} unless the length is that of the entries it says to hold */
export function openPacked(given: Uint8Array): Packed {
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  if (bytes.length < 4 * HEAD) throw new BundleError('the indicator table is cut short');
  const [count = 0, salt = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, HEAD);
  if (bytes.length !== bytesFor(count))
    throw new BundleError('the indicator table is cut or padded');
  return viewsOf(bytes, count, salt);
}

/** Where a bucket begins among the rests; of the bucket behind the last one: the count. */
export const beginOf = ({ bases, distances, count }: Packed, bucket: number): number =>
  bucket === BUCKETS ? count : bases[bucket >>> 8]! + distances[bucket]!;

/**
 * Writes where buckets begin.
 * @param begins ascending, one a bucket
 * @throws {BundleError} where a group holds more than the format can tell: over 65,535 entries
 */
export function writeBegins({ bases, distances }: Packed, begins: Uint32Array): void {
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    if ((bucket & 255) === 0) bases[bucket >>> 8] = begins[bucket]!;
    const distance = begins[bucket]! - bases[bucket >>> 8]!;
    if (distance > 0xffff) throw new BundleError('too many indicators');
    distances[bucket] = distance;
  }
}

/** Numbers of listings, one an entry; none are written where there is only one listing. */
export type Owners = Uint8Array | Uint16Array;

/** Room for the owners of so many entries, in the fewest bytes. */
export function ownersFor(count: number, listings: number): Owners {
  if (listings > 1 << 16) throw new BundleError('too many listings');
  if (listings > 1 << 8) return new Uint16Array(count);
  return new Uint8Array(listings > 1 ? count : 0);
}

/** @throws {BundleError} unless the length is that of so many entries and listings */
export function openOwners(given: Uint8Array, count: number, listings: number): Owners {
  const wanted = ownersFor(0, listings).BYTES_PER_ELEMENT * (listings > 1 ? count : 0);
  if (given.length !== wanted) throw new BundleError('the owners are cut or padded');
  if (listings <= 1 << 8) return given;
  const bytes = given.byteOffset % 2 === 0 ? given : given.slice();
  return new Uint16Array(bytes.buffer, bytes.byteOffset, count);
}

/** The bytes of owners, as they are written. */
export const bytesOf = (owners: Owners): Uint8Array =>
  new Uint8Array(owners.buffer, owners.byteOffset, owners.byteLength);
