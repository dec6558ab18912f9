/** The start filter: which first codes may begin a phrase, so that few starts need the trie. */
import type { Steps } from '../steps.ts';
import {
  FIRST_DIGIT,
  hashEight,
  hashFour,
  hashShort,
  hashTwo,
  STARTS_FOUR,
  STARTS_ONE,
  STARTS_TWO,
} from './codes.ts';

/** Bits in the filter for each phrase, which sets two at most. */
const BITS_A_PHRASE = 16;
const MIN_BITS = 1 << 12;
const MAX_BITS = 1 << 18;

export interface Filter {
  /** A bit for each hash of first symbols. */
  filter: Uint32Array;
  /** For each code, the STARTS flags of the phrases that begin with it. */
  firsts: Uint8Array;
}

/** Keys between two yields. */
const STEP = 2_048;

/** @param keys code strings that end with END */
export function* filterSteps(keys: readonly string[], alphabetSize: number): Steps<Filter> {
  let bits = MIN_BITS;
  while (bits < MAX_BITS && bits < BITS_A_PHRASE * keys.length) bits *= 2;
  const filter = new Uint32Array(bits / 32);
  const firsts = new Uint8Array(alphabetSize);
  const shift = 32 - Math.log2(bits);
  const set = (hash: number) => {
    const place = hash >>> shift;
    filter[place >>> 5]! |= 1 << (place & 31);
  };
  const symbols = new Uint16Array(8);
  for (const [index, key] of keys.entries()) {
    if (index % STEP === 0) yield;
    // Behind the end there is no number, which a typed array keeps as 0.
    for (let i = 0; i < 8; i++) symbols[i] = key.charCodeAt(i);
    const plain = plainLength(key);
    const first = symbols[0]!;
    if (plain >= 4) {
      const four = hashFour(symbols, 0);
      set(four);
      set(plain >= 8 ? hashEight(four, symbols, 0) : hashShort(four));
      firsts[first]! |= STARTS_FOUR;
    } else if (plain >= 2) {
      set(hashTwo(first, symbols[1]!));
      firsts[first]! |= STARTS_TWO;
    } else {
      firsts[first]! |= STARTS_ONE;
    }
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
