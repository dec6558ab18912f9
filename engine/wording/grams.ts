/** Hashed character n-grams of a folded text: what the text model knows of a text. */
import { BREAK, FIRST_DIGIT } from '../phrases/codes.ts';
import type { FoldedView } from '../phrases/scan.ts';

/** Buckets of the hash: 2^17 one-byte weights are 128 kB. */
export const BITS = 17;
/** Characters of an n-gram; Han and kana say in two what letters say in four, or jamo in six. */
const LETTERS = 4;
const IDEOGRAPHS = 2;
const JAMO = 6;
/** What stands for every digit: the model learns that an amount is named, not which. */
const ANY_DIGIT = 0x30;
/** Symbols of a text that are read: beyond them a text says nothing new, and time stays bounded. */
export const MAX_SYMBOLS = 4_000;

/**
 * Writes the bucket of the n-gram that begins at each symbol into `buckets` (-1 where none does: a
 * sentence ends first) and returns how many symbols were read: `MAX_SYMBOLS` at most.
 */
export function readGrams(folded: FoldedView, buckets: Int32Array): number {
  const { symbols, units } = folded;
  const length = Math.min(folded.length, MAX_SYMBOLS);
  for (let at = 0; at < length; at++) {
    const size = sizeOf(units[symbols[at]!] ?? 0);
    let hash = 0x811c9dc5;
    let taken = 0;
    for (; taken < size && at + taken < length && symbols[at + taken] !== BREAK; taken++) {
      hash = Math.imul(hash ^ unitAt(symbols, units, at + taken), 0x01000193);
      hash ^= hash >>> 15;
    }
    buckets[at] = taken === size ? Math.imul(hash, 0x85ebca6b) >>> (32 - BITS) : -1;
  }
  return length;
}

function unitAt(symbols: Uint16Array, units: Uint16Array, at: number): number {
  const symbol = symbols[at]!;
  const unit = units[symbol] ?? 0;
  return symbol >= FIRST_DIGIT && unit >= 0x30 && unit <= 0x39 ? ANY_DIGIT : unit;
}

/** Symbols that an n-gram which begins with this letter covers. */
export function sizeOf(unit: number): number {
  if (unit >= 0x2e80 && unit < 0xd800) return IDEOGRAPHS;
  return unit >= 0x1100 && unit < 0x1200 ? JAMO : LETTERS;
}
