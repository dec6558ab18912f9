/**
 * 48-bit hashes of listed parties: 16 bits choose a bucket, 32 are kept. They are read from the
 * right, so that one pass over a host gives the hash of every domain above it. Not cryptographic:
 * the publisher makes sure that no name of weight shares a hash with a listed one.
 */
import type { IndicatorType } from '#schema/listing.ts';

/** Their places are part of the hash: new types go to the end. */
const TYPES: readonly IndicatorType[] = [
  'domain',
  'url',
  'telegram',
  'whatsapp',
  'line',
  'wechat',
  'zalo',
  'phone',
  'email',
  'wallet',
];
const DOMAIN = TYPES.indexOf('domain');

/** Primes of FNV-1a (32 bits) and of xxHash32. */
const PRIME_A = 0x01000193;
const PRIME_B = 0x85ebca77;
/** Any two odd numbers: where the lanes begin. */
const START_A = 0x811c9dc5;
const START_B = 0x27d4eb2f;

/** 2^32 divided by the golden ratio: spreads small numbers. */
const KIND = 0x9e3779b1;
const DOT = 0x2e;
/** Labels of the longest host name that can be, 253 characters. */
const MOST_DOMAINS = 127;

/** A hash: its bucket (16 bits) and the rest (32 bits). */
export interface Hash {
  bucket: number;
  rest: number;
}

/** Hashes of the domains of a host, and where in the host each begins. */
export class Domains {
  readonly buckets = new Uint16Array(MOST_DOMAINS);
  readonly rests = new Uint32Array(MOST_DOMAINS);
  readonly starts = new Uint32Array(MOST_DOMAINS);
}

/** Mixes all bits of a lane, as the last step of MurmurHash3 does. */
function mix(lane: number): number {
  let bits = lane;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Hashes for one salt. It may be used again and again; `into` is overwritten and given back. */
export class Hasher {
  readonly #salt: number;

  constructor(salt: number) {
    this.#salt = salt;
  }

  /** The hash of a value in its normal form. */
  hash(type: IndicatorType, value: string, into: Hash): Hash {
    let a = START_A;
    let b = START_B;
    for (let at = value.length - 1; at >= 0; at--) {
      const unit = value.charCodeAt(at);
      a = Math.imul(a ^ unit, PRIME_A);
      b = Math.imul(b ^ unit, PRIME_B);
    }
    return this.#finish(a, b, TYPES.indexOf(type), into);
  }

  /**
   * Hashes of every domain of a host (in its normal form), the shortest of two labels first.
   * @returns how many there are; 127 labels at most are looked at, which no host name exceeds
   */
  domains(host: string, into: Domains): number {
    let a = START_A;
    let b = START_B;
    let dots = 0;
    let count = 0;
    for (let at = host.length - 1; at >= 0; at--) {
      const unit = host.charCodeAt(at);
      if (unit === DOT && dots++ > 0 && count < MOST_DOMAINS - 1)
        this.#put(a, b, at + 1, count++, into);
      a = Math.imul(a ^ unit, PRIME_A);
      b = Math.imul(b ^ unit, PRIME_B);
    }
    if (dots > 0) this.#put(a, b, 0, count++, into);
    return count;
  }

  #put(a: number, b: number, start: number, at: number, into: Domains): void {
    const kind = Math.imul(DOMAIN + 1, KIND) ^ this.#salt;
    into.buckets[at] = mix(a ^ kind) >>> 16;
    into.rests[at] = mix(b ^ kind ^ a);
    into.starts[at] = start;
  }

  #finish(a: number, b: number, type: number, into: Hash): Hash {
    const kind = Math.imul(type + 1, KIND) ^ this.#salt;
    into.bucket = mix(a ^ kind) >>> 16;
    into.rest = mix(b ^ kind ^ a);
    return into;
  }
}
