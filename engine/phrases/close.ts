/**
 * The close walk: finds phrases whose words are split, run together, or spelt with a letter too
 * many or a mark too few. Tries more than the plain walk, so it is for texts that raised a doubt.
 */
import type { Folder } from '#engine/text/folder.ts';
import { DIGIT, LETTER, OPEN } from '#engine/text/kinds.ts';
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
import { CHARS_A_WORD, MAX_BRANCHES } from './walk.ts';

/** Tone marks of Thai and Lao, which hurried and hiding writers leave out. */
const TONES = [0xe48, 0xe49, 0xe4a, 0xe4b, 0xec8, 0xec9, 0xeca, 0xecb];
/** Single letters that are words of their own in many languages. */
const VOWELS = Array.from('aeiouy', (letter) => letter.charCodeAt(0));
/** So many symbols in a row are passed over at most. */
const MAX_SURPLUS = 4;
/** Between things that are listed or explained. */
const LISTING = /[+/,、，;；:：()（）「」【】[\]"“”]/;
/** An ending that a phrase leaves open may have so many letters where the word is split. */
const MAX_SPLIT_ENDING = 3;

export class CloseWalker {
  /** Triples: list of values, index of the first symbol, index of the last. */
  hits: number[] = [];

  readonly #slots: Int32Array;
  readonly #checks: Uint16Array;
  readonly #tails: Uint16Array;
  readonly #ends: Ends;
  /** For each code, the code of the letter that looks the same; 0 where there is none. */
  readonly #twins: Uint16Array;
  readonly #tones: number[];
  readonly #vowels: number[];
  #text = '';
  #starts = new Uint32Array(0);
  #first = 0;
  #branches = 0;
  /** Where the word that is being read was last split, -1 if nowhere yet. */
  #split = -1;

  /** @param units the letter of each code */
  constructor(trie: Trie, groups: Groups, units: Uint16Array) {
    this.#slots = trie.slots;
    this.#checks = trie.checks;
    this.#tails = trie.tails;
    this.#ends = new Ends(groups);
    this.#twins = new Uint16Array(units.length);
    // A capital i and a small l are one stroke each, and a 1 may be meant for either.
    const [i, l] = [units.indexOf(0x69), units.indexOf(0x6c)] as const;
    if (i > 0 && l > 0) [this.#twins[i], this.#twins[l]] = [l, i];
    const known = (letters: number[]) =>
      letters.map((letter) => units.indexOf(letter)).filter((code) => code > 0);
    this.#tones = known(TONES);
    this.#vowels = known(VOWELS);
  }

  /** Takes a text and the folder that has just folded what `unmask` makes of it. */
  begin(text: string, { symbols, starts, length }: Folder): void {
    this.#ends.begin(symbols, length);
    this.#text = text;
    this.#starts = starts;
    this.hits = [];
  }

  /** Finds the phrases that begin at this symbol. */
  from(at: number): void {
    this.#first = at;
    this.#branches = MAX_BRANCHES;
    this.#split = -1;
    this.#walk(this.#slots[0]!, at);
  }

  /** The word behind a code; -1, which is no word, where that leads nowhere. */
  #child(base: number, code: number): number {
    const slot = base + code;
    return code !== BREAK && this.#checks[slot] === code ? this.#slots[slot]! : -1;
  }

  #branch(word: number, at: number): void {
    if (word >= 0 && --this.#branches >= 0) this.#walk(word, at);
  }

  /** Goes on behind a symbol that is passed over. */
  #pass(word: number, at: number): void {
    const before = this.#split;
    if (this.#ends.symbols[at]! <= SPACE) this.#split = at;
    this.#branch(word, at + 1);
    this.#split = before;
  }

  #walk(from: number, begin: number): void {
    const { symbols } = this.#ends;
    let word = from;
    for (let at = begin; at <= this.#first + MAX_SYMBOLS; at++) {
      const base = word & INDEX;
      if (word & IS_TAIL) {
        this.#tail(base, at);
        return;
      }
      if (word & (HAS_END | HAS_ANY_ENDING | HAS_GAP)) this.#signs(word, at);
      const code = symbols[at]!;
      if (this.#mayPass(at)) this.#pass(word, at);
      if (this.#isJoint(at)) this.#branch(this.#child(base, SPACE), at);
      if (this.#hasTwin(at)) this.#branch(this.#child(base, this.#twins[code]!), at + 1);
      word = this.#child(base, code);
      if (word < 0) {
        if (at > this.#first && code >= this.#ends.groups.open) this.#leftOut(base, at);
        return;
      }
    }
  }

  /** Goes on behind a tone mark that the phrase has and the text lacks. */
  #leftOut(base: number, at: number): void {
    for (const tone of this.#tones) this.#branch(this.#child(base, tone), at);
  }

  /** What may follow a node besides a symbol of the text. */
  #signs(word: number, at: number): void {
    // What was passed over splits a word: no part of a phrase ends behind it.
    if (at > this.#first && this.#ends.symbols[at - 1]! <= SPACE) return;
    const base = word & INDEX;
    if (word & HAS_END) this.#end(this.#slots[base + END]!, at);
    if (word & HAS_ANY_ENDING) this.#branch(this.#slots[base + ANY_ENDING]!, this.#anyEnding(at));
    if (!(word & HAS_GAP)) return;
    for (let code = GAP + 1; code <= MAX_GAP_CODE; code++) {
      const next = this.#child(base, code);
      if (next >= 0) this.#gap(code - GAP, at, next, false);
    }
  }

  #tail(from: number, begin: number): void {
    const before = this.#split;
    this.#readTail(from, begin);
    this.#split = before;
  }

  #readTail(from: number, begin: number): void {
    const { symbols } = this.#ends;
    let at = begin;
    for (let i = from; i <= from + MAX_SYMBOLS && at <= this.#first + MAX_SYMBOLS; i++) {
      const code = this.#tails[i]!;
      if (code === ANY_ENDING) {
        at = this.#anyEnding(at);
        if (at < 0) return;
        continue;
      }
      const number = this.#tails[i + 1]! | (this.#tails[i + 2]! << 16);
      if (code === END) this.#end(number, at);
      else if (code === GO_ON) this.#branch(number, at);
      else if (code > GAP && code <= MAX_GAP_CODE) this.#gap(code - GAP, at, i + 1, true);
      if (code <= MAX_GAP_CODE && code !== SPACE) return;
      for (let most = at + MAX_SURPLUS; at < most && symbols[at] !== code && this.#mayPass(at); ) {
        if (symbols[at]! <= SPACE) this.#split = at;
        at++;
      }
      if (symbols[at] === code || (this.#hasTwin(at) && this.#twins[code] === symbols[at])) at++;
      else if (!(code === SPACE && this.#isJoint(at)) && !this.#tones.includes(code)) return;
    }
  }

  /** Goes on with `next` (a slot's word, or an index of the tails) after none, one, … `words` words. */
  #gap(words: number, begin: number, next: number, isTail: boolean): void {
    const { symbols, length, groups } = this.#ends;
    let at = this.#phraseEnd(begin);
    let left = words * CHARS_A_WORD;
    while (at >= 0) {
      if (symbols[at] === SPACE) at++;
      if (at >= length || symbols[at] === BREAK || --this.#branches < 0) return;
      if (isTail) this.#tail(next, at);
      else this.#walk(next, at);
      const isOpen = groupOf(groups, symbols[at]!) === OPEN;
      left -= isOpen ? 1 : CHARS_A_WORD;
      if (left < 0) return;
      at = isOpen ? this.#ends.afterMarks(at + 1) : this.#ends.wordEnd(at + 1);
    }
  }

  #end(list: number, at: number): void {
    const end = this.#phraseEnd(at);
    if (end >= 0 && --this.#branches >= 0) this.hits.push(list, this.#first, end - 1);
  }

  #phraseEnd(at: number): number {
    let end = at;
    while (end > this.#first && end < at + MAX_SURPLUS && this.#isSurplus(end)) end++;
    return this.#ends.phraseEnd(this.#first, end);
  }

  /** Whether this symbol may be passed over: a split inside a word, or a letter or mark too many. */
  #mayPass(at: number): boolean {
    if (at <= this.#first || at + 1 >= this.#ends.length) return false;
    return this.#isSplit(at) || this.#isSurplus(at);
  }

  #isSplit(at: number): boolean {
    const { symbols, groups } = this.#ends;
    const code = symbols[at]!;
    if (code !== SPACE && code !== BREAK) return false;
    const group = groupOf(groups, symbols[at + 1]!);
    if (group <= DIGIT || group !== groupOf(groups, symbols[at - 1]!)) return false;
    if (group !== LETTER) return code === SPACE && !this.#isListed(at);
    if (symbols[at - 2]! > SPACE && at - 2 >= this.#first) return true;
    // A letter by itself belongs to a row of such letters, or is split from a longer word; but
    // "a broad" is two words.
    const isSingle = symbols[at + 2]! <= SPACE;
    return isSingle || (symbols[at + 3]! > SPACE && !this.#vowels.includes(symbols[at - 1]!));
  }

  /** A comma, plus or bracket parts what is listed: no word is split by it, unless letter by letter. */
  #isListed(at: number): boolean {
    const { symbols } = this.#ends;
    if (symbols[at - 2]! <= SPACE || symbols[at + 2]! <= SPACE) return false;
    return LISTING.test(this.#text.slice(this.#starts[at - 1]!, this.#starts[at + 1]!));
  }

  /** A tone mark, or the second of two letters that stood for a longer row. */
  #isSurplus(at: number): boolean {
    const { symbols } = this.#ends;
    const code = symbols[at]!;
    const { letters, marks } = this.#ends.groups;
    // The first code of the marks is every mark that no phrase has.
    if (code >= marks) return code === marks || this.#tones.includes(code);
    if (symbols[at - 1] !== code || code < letters) return false;
    return this.#starts[at]! - this.#starts[at - 1]! > 1;
  }

  /** Whether a reader may take this letter for its twin: a 1, `teIegram`, `lNTERVlEW`. */
  #hasTwin(at: number): boolean {
    if (this.#twins[this.#ends.symbols[at]!] === 0) return false;
    const start = this.#starts[at]!;
    const char = this.#text[start];
    if (char === '1') return true;
    const before = this.#text[start - 1] ?? '';
    return char === 'I' ? /\p{Ll}/u.test(before) : char === 'l' && /\p{Lu}/u.test(before);
  }

  /** The end of the word, unless the word is split and too much of it would be any ending. */
  #anyEnding(at: number): number {
    const { symbols } = this.#ends;
    const end = this.#ends.wordEnd(at);
    if (end - at <= MAX_SPLIT_ENDING || this.#split < 0) return end;
    for (let i = at - 1; i > this.#split; i--) if (symbols[i]! <= SPACE) return end;
    return -1;
  }

  /** Whether the folder joined letters here that were spaced out: `h i g h p a y`. */
  #isJoint(at: number): boolean {
    const { symbols, groups } = this.#ends;
    if (at <= this.#first || this.#starts[at]! - this.#starts[at - 1]! < 2) return false;
    const group = groupOf(groups, symbols[at]!);
    return group === LETTER && group === groupOf(groups, symbols[at - 1]!);
  }
}
