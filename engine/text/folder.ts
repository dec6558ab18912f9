/** The fold itself: one pass over the text, driven by a table, into buffers that are used again. */
import { isFlag } from './flags.ts';
import * as kinds from './kinds.ts';
import { MarkOrder } from './marks.ts';
import { markGrouping, removeAll } from './rejoin.ts';
import type { FoldTable } from './table.ts';

/** Letters that must stand alone in a row, parted by the same sign, to be one disguised word. */
const MIN_RUN = 4;
/** Buffers up to this size are kept. */
const KEPT = 1 << 16;

// What stands between the last word character and the next.
const SEEN = 1;
const STRONG = 2;
const LINKED = 4;
const STOPPED = 8;
const ENDED = 16;

/** No group of word characters. */
const NONE = 0xffff;
const MANY_SIGNS = -1;
/** The sign of `(a)(b)(c)`, which is also what ⒜⒝⒞ decompose to. */
const BRACKETS = -2;

export class Folder {
  symbols = new Uint16Array(0);
  starts = new Uint32Array(0);
  length = 0;
  /** Where each word, or each stretch of characters of one group, begins in `symbols`. */
  bounds = new Uint32Array(0);
  boundCount = 0;

  readonly #table: FoldTable;
  /** The group of the last word character while nothing parts it from the next. */
  #joint = NONE;
  /** The group of the last word character, and where its word began. */
  #group = 0;
  #wordStart = 0;
  #hasPoint = false;
  /** What was seen since the last word character; the sign if it was just one. */
  #between = 0;
  #sign = 0;
  #lastKind = 0;
  /** A run of single letters: where it began, how many so far, and the sign that parts them. */
  #runStart = 0;
  #runLetters = 0;
  #runSign = 0;
  readonly #marks = new MarkOrder();

  constructor(table: FoldTable) {
    this.#table = table;
  }

  /** Fills `symbols`, `starts` and `bounds`; a stop follows the last symbol. Takes any text. */
  fold(text: string): void {
    const size = text.length;
    this.#reset(size);
    for (let i = this.#plainWords(text, 0); i < size; i = this.#plainWords(text, i + 1)) {
      const unit = text.charCodeAt(i);
      const cell = this.#cell(unit);
      if ((unit & 0xf800) === 0xd800) i = this.#surrogate(text, unit, i);
      else if (cell >>> 16 === kinds.SYLLABLE) this.#syllable(unit, i);
      else this.#take(cell, i);
      const most = this.length + size - i;
      if (most > this.symbols.length - 64) this.#resize(2 * most + 64);
    }
    this.#finishWord(0);
    this.symbols[this.length] = this.#table.stop;
  }

  /**
   * Takes more of the same word, and words after it that a single space parts: nearly all of most
   * texts. Returns where something else comes.
   */
  #plainWords(text: string, from: number): number {
    const { pages, cells, gap } = this.#table;
    const { symbols, starts, bounds } = this;
    const joint = this.#joint;
    const maySpace = joint === kinds.LETTER && this.#runLetters === 0;
    const last = text.length - 1;
    let wordStart = this.#wordStart;
    let n = this.length;
    let i = from;
    for (; i <= last; i++) {
      const unit = text.charCodeAt(i);
      // The first page is the first in `cells`.
      const cell = unit < 128 ? cells[unit]! : cells[(pages[unit >> 7]! << 7) | (unit & 127)]!;
      if (cell >>> 16 === joint) {
        symbols[n] = cell;
        starts[n++] = i;
        continue;
      }
      // A word of one letter may be part of a disguised word, and is no plain one.
      if (!maySpace || cell >>> 16 !== kinds.SPACE || n - wordStart < 2 || i === last) break;
      if (this.#cell(text.charCodeAt(i + 1)) >>> 16 !== kinds.LETTER) break;
      symbols[n] = gap;
      starts[n++] = i + 1;
      wordStart = n;
      bounds[this.boundCount++] = n;
    }
    this.#wordStart = wordStart;
    this.length = n;
    return i;
  }

  /** Where the character that starts here ends, with the marks that belong to it. */
  endOf(text: string, start: number): number {
    let end = start + (text.codePointAt(start)! > 0xffff ? 2 : 1);
    for (;;) {
      const point = text.codePointAt(end);
      if (point === undefined) return end;
      if (!kinds.isMark(this.#cell(point))) return end;
      end += point > 0xffff ? 2 : 1;
    }
  }

  #reset(size: number): void {
    this.length = 0;
    this.boundCount = 0;
    if (this.symbols.length < size + 128 || this.symbols.length > KEPT) this.#resize(size + 4096);
    this.#joint = NONE;
    this.#group = 0;
    this.#wordStart = 0;
    this.#hasPoint = false;
    this.#between = 0;
    this.#sign = 0;
    this.#runLetters = 0;
    this.#marks.clear();
  }

  #resize(size: number): void {
    const symbols = new Uint16Array(size);
    const starts = new Uint32Array(size);
    const bounds = new Uint32Array(size);
    symbols.set(this.symbols.subarray(0, this.length));
    starts.set(this.starts.subarray(0, this.length));
    bounds.set(this.bounds.subarray(0, this.boundCount));
    this.symbols = symbols;
    this.starts = starts;
    this.bounds = bounds;
  }

  #cell(point: number): number {
    const { pages, cells } = this.#table;
    return cells[(pages[point >> 7]! << 7) | (point & 127)]!;
  }

  #take(cell: number, at: number): void {
    const kind = kinds.kindOf(cell);
    const symbol = kinds.symbolOf(cell);
    if (kind === kinds.SOFT || kind >= kinds.SPACE) this.#separator(kind, symbol);
    else if (kind <= kinds.OPEN) this.#word(kind, symbol, at);
    else if (kind === kinds.TAIL_JAMO) this.#word(kinds.HANGUL, symbol, this.#jamoStart(at));
    else if (kind === kinds.ORDERED_LETTER) this.#ordered(kinds.LETTER, cell, at);
    else if (kind === kinds.ORDERED_OPEN) this.#ordered(kinds.OPEN, cell, at);
    else if (kind === kinds.EXPAND) this.#expand(symbol, at);
  }

  /** Takes a surrogate or a pair, or a flag of two pairs; returns the index of the last unit. */
  #surrogate(text: string, unit: number, at: number): number {
    const point = text.codePointAt(at)!;
    if (point <= 0xffff || isFlag(text, at)) {
      this.#separator(kinds.SPACE, 1);
      return point <= 0xffff ? at : at + 3;
    }
    const cell = this.#cell(point);
    if (kinds.kindOf(cell) === kinds.PAIR) {
      this.#word(kinds.OPEN, kinds.symbolOf(this.#cell(unit)), at);
      this.#word(kinds.OPEN, kinds.symbolOf(this.#cell(text.charCodeAt(at + 1))), at);
    } else {
      this.#take(cell, at);
    }
    return at + 1;
  }

  #syllable(unit: number, at: number): void {
    const index = unit - 0xac00;
    const last = index % 28;
    this.#take(this.#cell(0x1100 + Math.floor(index / 588)), at);
    this.#take(this.#cell(0x1161 + Math.floor((index % 588) / 28)), at);
    if (last > 0) this.#take(this.#cell(0x11a7 + last), at);
  }

  /** A jamo that continues a syllable begins where the syllable does, composed or not. */
  #jamoStart(at: number): number {
    return this.#joint === kinds.HANGUL ? this.starts[this.length - 1]! : at;
  }

  #expand(index: number, at: number): void {
    const { expansions } = this.#table;
    const end = index + 1 + Math.min(expansions[index]!, 32);
    for (let i = index + 1; i < end; i++) {
      const cell = expansions[i]!;
      if (kinds.kindOf(cell) !== kinds.EXPAND) this.#take(cell, at);
    }
  }

  /** A mark among marks: sorted in, so that the order of typing does not matter. */
  #ordered(group: number, cell: number, at: number): void {
    this.#word(group, kinds.symbolOf(cell), at);
    this.#marks.sortIn(this.symbols, this.length - 1, kinds.rankOf(cell));
  }

  #separator(kind: number, symbol: number): void {
    this.#joint = NONE;
    if (this.#between === 0) this.#sign = symbol + 1;
    else this.#sign = this.#sign === 0x2a && symbol === 0x28 ? BRACKETS : MANY_SIGNS;
    this.#lastKind = kind;
    let between = this.#between | SEEN;
    if (kind === kinds.HARD) between |= ENDED;
    else if (kind === kinds.SPACE) between |= between & STOPPED ? ENDED : 0;
    else if (kind === kinds.LINK || kind === kinds.STOP) {
      between |= between & LINKED ? STRONG : LINKED;
      if (kind === kinds.STOP) between |= STOPPED;
    } else between |= STRONG;
    this.#between = between;
  }

  #word(group: number, symbol: number, at: number): void {
    if (group !== this.#joint) this.#boundary(group, at);
    this.#push(symbol, at);
  }

  #push(symbol: number, at: number): void {
    this.symbols[this.length] = symbol;
    this.starts[this.length++] = at;
  }

  /** Between a word (or the beginning) and a character of another group or after separators. */
  #boundary(group: number, at: number): void {
    const { gap, stop, point } = this.#table;
    const between = this.#between;
    const isSame = group === this.#group;
    const inNumber = this.#lastKind === kinds.COMMA || this.#lastKind === kinds.STOP;
    if (isSame && group === kinds.DIGIT && this.#sign > 0 && between !== 0 && inNumber) {
      this.#push(point, at);
      this.#hasPoint = true;
    } else {
      const isEnd = (between & ENDED) !== 0;
      const parted = group === kinds.OPEN ? (between & STRONG) !== 0 : between !== 0;
      const isGap = isSame && parted && !isEnd;
      const mayJoin = isGap && (group === kinds.LETTER || group === kinds.HANGUL);
      this.#finishWord(mayJoin && this.#sign !== MANY_SIGNS ? this.#sign : 0);
      if (this.length > 0 && (isEnd || isGap)) this.#push(isEnd ? stop : gap, at);
      this.#wordStart = this.length;
      this.bounds[this.boundCount++] = this.length;
    }
    this.#between = 0;
    this.#group = group;
    this.#joint = group;
  }

  /** @param sign what parts the word from the next, if it may be a letter of a disguised word. */
  #finishWord(sign: number): void {
    if (this.#hasPoint) this.#closeNumber();
    const isSingle = this.#isSingleLetter();
    if (this.#runLetters > 0) {
      if (isSingle) this.#runLetters++;
      if (isSingle && sign === this.#runSign) return;
      if (this.#joinRun(isSingle ? this.length : this.#wordStart - 1)) return;
    }
    if (!isSingle || sign === 0) return;
    this.#runStart = this.#wordStart;
    this.#runLetters = 1;
    this.#runSign = sign;
  }

  #isSingleLetter(): boolean {
    const first = this.#wordStart;
    const last = this.length - 1;
    if (this.#group === kinds.LETTER) return first === last;
    return this.#group === kinds.HANGUL && this.starts[first] === this.starts[last];
  }

  /** Ends a run of single letters; if it was long enough it becomes one word. */
  #joinRun(end: number): boolean {
    const isWord = this.#runLetters >= MIN_RUN;
    this.#runLetters = 0;
    if (!isWord) return false;
    const last = this.length - end;
    this.#removeGaps(this.#runStart, end);
    while (this.bounds[this.boundCount - 1]! > this.#runStart) this.boundCount--;
    // The word behind the run, with the gap before it, has moved.
    if (last > 0) this.bounds[this.boundCount++] = this.length - last + 1;
    return true;
  }

  #closeNumber(): void {
    const { gap, point } = this.#table;
    markGrouping(this.symbols, this.#wordStart, this.length, point, gap);
    this.#removeGaps(this.#wordStart, this.length);
    this.#hasPoint = false;
  }

  #removeGaps(from: number, to: number): void {
    const { symbols, starts, length } = this;
    this.length = removeAll(this.#table.gap, symbols, starts, from, to, length);
  }
}
