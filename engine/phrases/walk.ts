/** The walk through the trie from one place in the text. Bounded, even in a damaged trie. */
import { OPEN } from '#engine/text/kinds.ts';
import {
  ANY_ENDING,
  BREAK,
  END,
  GAP,
  GO_ON,
  type Groups,
  groupOf,
  HAS_ANY_ENDING,
  HAS_END,
  HAS_GAP,
  INDEX,
  IS_TAIL,
  MAX_GAP_CODE,
  MAX_SYMBOLS,
  SPACE,
} from './codes.ts';
import { Ends } from './ends.ts';
import type { Trie } from './trie.ts';

/** Phrases found and continuations tried (after endings, inside gaps) from one beginning. */
export const MAX_BRANCHES = 1024;
/** A gap of one word is worth this many characters in scripts without word spaces. */
export const CHARS_A_WORD = 4;

export class Walker {
  /** Triples: list of values, index of the first symbol, index of the last. */
  hits: number[] = [];

  readonly #slots: Int32Array;
  readonly #checks: Uint16Array;
  readonly #tails: Uint16Array;
  readonly #ends: Ends;
  #symbols = new Uint16Array(0);
  #length = 0;
  #first = 0;
  #branches = 0;

  constructor(trie: Trie, groups: Groups) {
    this.#slots = trie.slots;
    this.#checks = trie.checks;
    this.#tails = trie.tails;
    this.#ends = new Ends(groups);
  }

  /** Takes a folded text, in which a BREAK follows the last symbol. */
  begin(symbols: Uint16Array<ArrayBuffer>, length: number): void {
    this.#symbols = symbols;
    this.#length = length;
    this.#ends.begin(symbols, length);
    this.hits = [];
  }

  /** Finds the phrases that begin at this symbol. */
  from(at: number): void {
    this.#first = at;
    this.#branches = MAX_BRANCHES;
    this.#walk(this.#slots[0]!, at);
  }

  /** Goes on where the word of a slot leads. */
  #walk(from: number, begin: number): void {
    const checks = this.#checks;
    const symbols = this.#symbols;
    const limit = begin + MAX_SYMBOLS;
    let word = from;
    for (let at = begin; at <= limit; at++) {
      if (word & IS_TAIL) {
        this.#tail(word & INDEX, at);
        return;
      }
      if (word & (HAS_END | HAS_ANY_ENDING | HAS_GAP)) this.#signs(word, at);
      const code = symbols[at]!;
      const slot = (word & INDEX) + code;
      if (checks[slot] !== code) return;
      word = this.#slots[slot]!;
    }
  }

  /** What may follow a node besides a symbol of the text. */
  #signs(word: number, at: number): void {
    const slots = this.#slots;
    const base = word & INDEX;
    if (word & HAS_END) this.#end(slots[base + END]!, at);
    if (word & HAS_ANY_ENDING && --this.#branches >= 0) {
      this.#walk(slots[base + ANY_ENDING]!, this.#ends.wordEnd(at));
    }
    if (!(word & HAS_GAP)) return;
    for (let code = GAP + 1; code <= MAX_GAP_CODE; code++) {
      const next = base + code;
      if (this.#checks[next] === code) this.#gap(code - GAP, at, slots[next]!, false);
    }
  }

  #tail(from: number, begin: number): void {
    const tails = this.#tails;
    const symbols = this.#symbols;
    let at = begin;
    for (let i = from; i <= from + MAX_SYMBOLS; i++) {
      const code = tails[i]!;
      if (code === symbols[at] && code !== BREAK) at++;
      else if (code === ANY_ENDING) at = this.#ends.wordEnd(at);
      else {
        const number = tails[i + 1]! | (tails[i + 2]! << 16);
        if (code === END) this.#end(number, at);
        else if (code === GO_ON) {
          // Counted, so that a damaged trie that runs in circles ends.
          if (--this.#branches >= 0) this.#walk(number, at);
        } else if (code > GAP && code <= MAX_GAP_CODE) this.#gap(code - GAP, at, i + 1, true);
        return;
      }
    }
  }

  /** Goes on with `next` (a slot's word, or an index of the tails) after none, one, … `words` words. */
  #gap(words: number, begin: number, next: number, isTail: boolean): void {
    let at = this.#ends.phraseEnd(this.#first, begin);
    let left = words * CHARS_A_WORD;
    while (at >= 0) {
      if (this.#symbols[at] === SPACE) at++;
      if (at >= this.#length || this.#symbols[at] === BREAK || --this.#branches < 0) return;
      if (isTail) this.#tail(next, at);
      else this.#walk(next, at);
      const isOpen = groupOf(this.#ends.groups, this.#symbols[at]!) === OPEN;
      left -= isOpen ? 1 : CHARS_A_WORD;
      if (left < 0) return;
      at = isOpen ? this.#ends.afterMarks(at + 1) : this.#ends.wordEnd(at + 1);
    }
  }

  #end(list: number, at: number): void {
    const end = this.#ends.phraseEnd(this.#first, at);
    if (end >= 0 && --this.#branches >= 0) this.hits.push(list, this.#first, end - 1);
  }
}
