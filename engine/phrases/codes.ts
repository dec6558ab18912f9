/** The alphabet of a compiled phrase set: codes 0 to 9 are signs, the letters follow by group. */
import { DIGIT, HANGUL, LETTER, OPEN } from '#engine/text/kinds.ts';

/** Between sentences; also stands at the end of every text. Never inside a phrase. */
export const BREAK = 0;
/** Between two words. */
export const SPACE = 1;
/** The end of a phrase. Occurs in the trie only, like all signs below. */
export const END = 2;
/** In tails, which hold no BREAK: the walk goes on at the node whose word follows. */
export const GO_ON = BREAK;
/** The rest of the word, whatever it is. */
export const ANY_ENDING = 3;
/** A gap of up to n words is `GAP + n`, n from 1 to 6. */
export const GAP = 3;
export const MAX_GAP_CODE = 9;
export const FIRST_DIGIT = 10;

/** Where the codes of each group begin; the first of each is every letter that no phrase has. */
export interface Groups {
  letters: number;
  hangul: number;
  open: number;
  /** Combining marks of scripts without word spaces: no phrase ends before one. */
  marks: number;
}

/** The group of a code, 0 for a sign. */
export function groupOf(groups: Groups, code: number): number {
  if (code < FIRST_DIGIT) return 0;
  if (code < groups.letters) return DIGIT;
  if (code < groups.hangul) return LETTER;
  return code < groups.open ? HANGUL : OPEN;
}

/** Slot words: the low bits are an index, the high bits say what it means. */
export const INDEX = 0xffffff;
/** There is one way on, which is spelt in the tails, from the index on. */
export const IS_TAIL = 1 << 24;
export const HAS_END = 1 << 25;
export const HAS_ANY_ENDING = 1 << 26;
export const HAS_GAP = 1 << 27;

/** No phrase has more symbols, and no walk goes farther. */
export const MAX_SYMBOLS = 400;
/** So many values at most share one phrase. */
export const MAX_VALUES = 256;

/** What is known of the phrases that begin with a code: how many symbols they have before a sign. */
export const STARTS_ONE = 1;
export const STARTS_TWO = 2;
export const STARTS_FOUR = 4;

// Places in the start filter, from the first symbols of a phrase.
export function hashTwo(a: number, b: number): number {
  return Math.imul((a << 16) | b, 0x9e3779b1);
}
export function hashFour(symbols: ArrayLike<number>, at: number): number {
  const first = (symbols[at]! << 16) | symbols[at + 1]!;
  const second = (symbols[at + 2]! << 16) | symbols[at + 3]!;
  return Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
}
export function hashEight(four: number, symbols: ArrayLike<number>, at: number): number {
  return Math.imul(four ^ hashFour(symbols, at + 4), 0xc2b2ae35);
}
/** Says of a place for four symbols that some phrase has no more than seven. */
export function hashShort(four: number): number {
  return Math.imul(four, 0x27d4eb2f);
}
