/** The start filter: which first codes may begin a phrase, so that few starts need the trie. */
import { FIRST_DIGIT, hashFour, hashTwo, STARTS_FOUR, STARTS_ONE, STARTS_TWO } from './codes.ts';

/** Bits in the filter for each phrase; about one start in thirty then passes by chance. */
const BITS_A_PHRASE = 16;
const MIN_BITS = 1 << 12;
const MAX_BITS = 1 << 17;

export interface Filter {
  /** A bit for each hash of the first two or four codes. */
  filter: Uint32Array;
  /** For each code, the STARTS flags of the phrases that begin with it. */
  firsts: Uint8Array;
}

/** @param keys code strings that end with END */
export function buildFilter(keys: string[], alphabetSize: number): Filter {
  let bits = MIN_BITS;
  while (bits < MAX_BITS && bits < BITS_A_PHRASE * keys.length) bits *= 2;
  const filter = new Uint32Array(bits / 32);
  const firsts = new Uint8Array(alphabetSize);
  const shift = 32 - Math.log2(bits);
  for (const key of keys) {
    const [a, b, c, d] = Array.from({ length: 4 }, (_, i) => key.charCodeAt(i));
    const plain = plainLength(key);
    let hash: number | undefined;
    if (plain >= 4) hash = hashFour(a!, b!, c!, d!) >>> shift;
    else if (plain >= 2) hash = hashTwo(a!, b!) >>> shift;
    if (hash !== undefined) filter[hash >>> 5]! |= 1 << (hash & 31);
    firsts[a!]! |= plain >= 4 ? STARTS_FOUR : plain >= 2 ? STARTS_TWO : STARTS_ONE;
  }
  return { filter, firsts };
}

/** Codes before the first sign that is not in texts. */
function plainLength(key: string): number {
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    if (code > 1 && code < FIRST_DIGIT) return i;
  }
  return key.length;
}
