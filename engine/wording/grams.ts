/** Hashed n-grams of a folded text, of characters and of words: what the text model knows of it. */
import { BREAK, FIRST_DIGIT, SPACE } from '../phrases/codes.ts';
import type { FoldedView } from '../phrases/scan.ts';

/** Buckets of the hash: 2^18 one-byte weights are 256 kB. */
export const BITS = 18;
/** Characters of an n-gram; Han and kana say in two what letters say in four, or jamo in six. */
const LETTERS = 4;
const IDEOGRAPHS = 2;
const JAMO = 6;
/** What stands for every digit: the model learns that an amount is named, not which. */
const ANY_DIGIT = 0x30;
/** Symbols of a text that are read: beyond them a text says nothing new, and time stays bounded. */
const MAX_SYMBOLS = 4_000;

/** The n-grams of one folded field: the bucket of each, its first symbol and the one after its last. */
export class Grams {
  count = 0;
  readonly buckets = new Int32Array(2 * MAX_SYMBOLS);
  readonly froms = new Uint16Array(2 * MAX_SYMBOLS);
  readonly tos = new Uint16Array(2 * MAX_SYMBOLS);
  /** How many symbols were read. */
  length = 0;

  /** Reads `MAX_SYMBOLS` at most; what was read before is gone. */
  read(folded: FoldedView): void {
    this.count = 0;
    this.length = Math.min(folded.length, MAX_SYMBOLS);
    this.#characters(folded);
    this.#words(folded);
  }

  #characters({ symbols, units }: FoldedView): void {
    const { length } = this;
    for (let at = 0; at < length; at++) {
      const size = sizeOf(units[symbols[at]!] ?? 0);
      let hash = 0x811c9dc5;
      let taken = 0;
      for (; taken < size && at + taken < length && symbols[at + taken] !== BREAK; taken++)
        hash = step(hash, unitAt(symbols, units, at + taken));
      if (taken === size) this.#add(hash, at, at + taken);
    }
  }

  /** Every word, and every two that stand together in a sentence. */
  #words({ symbols, units }: FoldedView): void {
    let [from, hash] = [0, WORD];
    let [before, beforeFrom] = [0, 0];
    for (let at = 0; at <= this.length; at++) {
      const symbol = at < this.length ? symbols[at]! : BREAK;
      if (symbol !== SPACE && symbol !== BREAK) {
        hash = step(hash, unitAt(symbols, units, at));
        continue;
      }
      if (at > from) {
        this.#add(hash, from, at);
        if (before !== 0) this.#add(step(Math.imul(before, 31), hash), beforeFrom, at);
      }
      [before, beforeFrom] = symbol === BREAK ? [0, 0] : [at > from ? hash : before, from];
      [from, hash] = [at + 1, WORD];
    }
  }

  #add(hash: number, from: number, to: number): void {
    this.buckets[this.count] = Math.imul(hash, 0x85ebca6b) >>> (32 - BITS);
    this.froms[this.count] = from;
    this.tos[this.count++] = to;
  }
}

/** Where the hash of a word begins: apart from that of characters. */
const WORD = 0x1234567;

function step(hash: number, unit: number): number {
  const mixed = Math.imul(hash ^ unit, 0x01000193);
  return mixed ^ (mixed >>> 15);
}

function unitAt(symbols: Uint16Array, units: Uint16Array, at: number): number {
  const symbol = symbols[at]!;
  const unit = units[symbol] ?? 0;
  return symbol >= FIRST_DIGIT && unit >= 0x30 && unit <= 0x39 ? ANY_DIGIT : unit;
}

/** Symbols that a character n-gram which begins with this letter covers. */
function sizeOf(unit: number): number {
  if (unit >= 0x2e80 && unit < 0xd800) return IDEOGRAPHS;
  return unit >= 0x1100 && unit < 0x1200 ? JAMO : LETTERS;
}
