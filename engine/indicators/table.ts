/** Looks listed parties up: no entry is touched but those of one bucket. */
import type { IndicatorType, Listing } from '#schema/listing.ts';
import { BundleError } from '../phrases/errors.ts';
import { Domains, type Hash, Hasher } from './hash.ts';
import { normalForm } from './normal.ts';
import { beginOf, type Owners, openOwners, openPacked, type Packed } from './packed.ts';

/** A party that is listed. */
export interface Listed {
  readonly type: IndicatorType;
  /** What is listed, in its normal form: for a host the listed domain above it. */
  readonly value: string;
  readonly listing: Listing;
}

export class IndicatorTable {
  readonly #packed: Packed | undefined;
  readonly #owners: Owners;
  readonly #listings: readonly Listing[];
  readonly #hasher: Hasher;
  readonly #day: string;
  readonly #hash: Hash = { bucket: 0, rest: 0 };
  readonly #domains = new Domains();

  /**
   * @param day ISO 8601; listings that expired before it are passed over
   * @throws {BundleError} unless both sections are of the same entries
   */
  constructor(
    indicators: Uint8Array,
    owners: Uint8Array,
    listings: readonly Listing[],
    day: string,
  ) {
    this.#packed = indicators.length === 0 ? undefined : openPacked(indicators);
    this.#owners = openOwners(owners, this.size, listings.length);
    this.#listings = listings;
    this.#hasher = new Hasher(this.#packed?.salt ?? 0);
    this.#day = day;
  }

  /** Number of entries, expired ones included. */
  get size(): number {
    return this.#packed?.count ?? 0;
  }

  /** The listing of a party, however it is written. @throws {BundleError} for damaged bytes */
  find(type: IndicatorType, value: string): Listed | undefined {
    if (!this.#packed) return undefined;
    const normal = normalForm(type, value);
    const { bucket, rest } = this.#hasher.hash(type, normal, this.#hash);
    const listing = this.#listingOf(bucket, rest);
    return listing && { type, value: normal, listing };
  }

  /** The listing of a host, or of a domain above it. @throws {BundleError} for damaged bytes */
  findHost(host: string): Listed | undefined {
    if (!this.#packed) return undefined;
    const normal = normalForm('domain', host);
    const { buckets, rests, starts } = this.#domains;
    const count = this.#hasher.domains(normal, this.#domains);
    for (let at = 0; at < count; at++) {
      const listing = this.#listingOf(buckets[at]!, rests[at]!);
      if (listing) return { type: 'domain', value: normal.slice(starts[at]), listing };
    }
    return undefined;
  }

  #listingOf(bucket: number, rest: number): Listing | undefined {
    const packed = this.#packed!;
    const end = beginOf(packed, bucket + 1);
    const { rests } = packed;
    for (let at = beginOf(packed, bucket); at < end; at++) {
      const present = rests[at];
      if (present === undefined) throw new BundleError('a bucket reaches past the end');
      if (present > rest) return undefined;
      if (present !== rest) continue;
      const listing = this.#listings[this.#owners.length > 0 ? this.#owners[at]! : 0];
      if (!listing) throw new BundleError('an indicator of no listing');
      if (listing.expires >= this.#day) return listing;
    }
    return undefined;
  }
}
