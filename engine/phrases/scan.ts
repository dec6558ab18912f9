/** Finds all phrases in a text: the fold, then a walk from each place where a phrase may begin. */
import { Folder } from '#engine/text/folder.ts';
import type { FoldTable } from '#engine/text/table.ts';
import { unmask } from '#engine/text/unmask.ts';
import { CloseWalker } from './close.ts';
import {
  type Groups,
  hashEight,
  hashFour,
  hashShort,
  hashTwo,
  MAX_VALUES,
  STARTS_FOUR,
  STARTS_ONE,
  STARTS_TWO,
} from './codes.ts';
import type { Filter } from './filter.ts';
import type { Trie } from './trie.ts';
import { Walker } from './walk.ts';

/** Told of each phrase found: `text.slice(start, end)` is the whole of it. */
export type Report = (value: number, start: number, end: number) => void;

/** Symbols of a folded text, where each begins in the original, and the letter of each symbol. */
export type FoldedView = {
  symbols: Uint16Array;
  starts: Uint32Array;
  length: number;
  units: Uint16Array;
};

export class Phrases {
  readonly #folder: Folder;
  readonly #groups: Groups;
  readonly #filter: Uint32Array;
  readonly #firsts: Uint8Array;
  readonly #shift: number;
  readonly #walker: Walker;
  readonly #values: Uint32Array;
  readonly #units: Uint16Array;
  readonly #trie: Trie;
  #closeWalker: CloseWalker | undefined;

  constructor(
    table: FoldTable,
    groups: Groups,
    trie: Trie,
    starts: Filter,
    { values, units }: { values: Uint32Array; units: Uint16Array },
  ) {
    this.#folder = new Folder(table);
    this.#groups = groups;
    this.#filter = starts.filter;
    this.#firsts = starts.firsts;
    this.#shift = Math.clz32(32 * starts.filter.length) + 1;
    this.#walker = new Walker(trie, groups);
    this.#values = values;
    this.#units = units;
    this.#trie = trie;
  }

  /**
   * Reports every place where a phrase occurs, overlaps too, in the order of their beginnings. A
   * phrase with gaps is reported for each ending in reach. Never throws, whatever the text; time
   * is linear in the text.
   */
  scan(text: string, report: Report): void {
    this.#report(text, this.#find(text), report);
  }

  /**
   * Finds what `scan` finds in the words behind a disguise: letters written as digits or signs,
   * words split, run together or stretched. Costs several scans; for texts that raised a doubt.
   */
  scanClosely(text: string, report: Report): void {
    this.#report(text, this.#findClosely(text), report);
  }

  #report(text: string, hits: number[], report: Report): void {
    const { starts } = this.#folder;
    const values = this.#values;
    // Places first: a report may well scan another text.
    for (let i = 0; i < hits.length; i += 3) {
      hits[i + 1] = starts[hits[i + 1]!]!;
      hits[i + 2] = this.#folder.endOf(text, starts[hits[i + 2]!]!);
    }
    for (let i = 0; i < hits.length; i += 3) {
      const list = hits[i]!;
      const count = Math.min(values[list] ?? 0, MAX_VALUES, values.length - list - 1);
      for (let k = 1; k <= count; k++) report(values[list + k]!, hits[i + 1]!, hits[i + 2]!);
    }
  }

  /**
   * The text of the last scan in its folded form, valid until the next one: so that whoever reads
   * letters too need not fold again. `units[symbol]` is the letter of a symbol, 0 where it is none.
   */
  get folded(): FoldedView {
    const { symbols, starts, length } = this.#folder;
    return { symbols, starts, length, units: this.#units };
  }

  /** Where the character that starts here ends in the text, with its marks. */
  endOf(text: string, start: number): number {
    return this.#folder.endOf(text, start);
  }

  /** Triples: list of values, index of the first symbol, index of the last. */
  #find(text: string): number[] {
    const folder = this.#folder;
    folder.fold(text);
    const { symbols, length, bounds, boundCount } = folder;
    const { open, marks } = this.#groups;
    const walker = this.#walker;
    walker.begin(symbols, length);
    bounds[boundCount] = length;
    for (let b = 0; b < boundCount; b++) {
      const from = bounds[b]!;
      if (symbols[from]! < open) {
        if (this.#mayBegin(symbols, from)) walker.from(from);
        continue;
      }
      // Without spaces between words any character may begin one.
      const to = bounds[b + 1]!;
      for (let at = from; at < to; at++) {
        if (symbols[at]! < marks && this.#mayBegin(symbols, at)) walker.from(at);
      }
    }
    return walker.hits;
  }

  #findClosely(text: string): number[] {
    const folder = this.#folder;
    folder.fold(unmask(text));
    const { symbols, length, bounds, boundCount } = folder;
    const { open, marks } = this.#groups;
    this.#closeWalker ??= new CloseWalker(this.#trie, this.#groups, this.#units);
    const walker = this.#closeWalker;
    walker.begin(text, folder);
    bounds[boundCount] = length;
    for (let b = 0; b < boundCount; b++) {
      const from = bounds[b]!;
      const to = symbols[from]! < open ? from + 1 : bounds[b + 1]!;
      for (let at = from; at < to; at++) if (at === from || symbols[at]! < marks) walker.from(at);
    }
    return walker.hits;
  }

  /** Whether some phrase begins like the text does here; seldom wrong, and then only to say yes. */
  #mayBegin(symbols: Uint16Array, at: number): boolean {
    const code = symbols[at]!;
    const first = this.#firsts[code]!;
    if (first === 0) return false;
    if (first & STARTS_ONE) return true;
    if (first & STARTS_TWO && this.#passes(hashTwo(code, symbols[at + 1]!))) return true;
    if (!(first & STARTS_FOUR)) return false;
    const four = hashFour(symbols, at);
    if (!this.#passes(four)) return false;
    return this.#passes(hashEight(four, symbols, at)) || this.#passes(hashShort(four));
  }

  #passes(hash: number): boolean {
    const place = hash >>> this.#shift;
    return (this.#filter[place >>> 5]! & (1 << (place & 31))) !== 0;
  }
}
