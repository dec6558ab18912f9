/** Puts marks into the order of normalisation, whatever the order of typing. */

/** Marks beyond this many in a row are no longer sorted (Unicode's stream-safe limit). */
const MAX_MARKS = 30;

export class MarkOrder {
  /** Ranks of the marks just written, and where the next would be written. */
  #ranks: number[] = [];
  #end = 0;

  clear(): void {
    this.#ranks.length = 0;
    this.#end = 0;
  }

  /** Moves the mark at `last`, just written, before the marks beside it that rank higher. */
  sortIn(symbols: Uint16Array, last: number, rank: number): void {
    const ranks = this.#ranks;
    if (this.#end !== last || ranks.length === MAX_MARKS) ranks.length = 0;
    const symbol = symbols[last]!;
    let to = last;
    ranks.push(rank);
    for (let k = ranks.length - 1; k > 0 && ranks[k - 1]! > rank; k--, to--) {
      ranks[k] = ranks[k - 1]!;
      ranks[k - 1] = rank;
      symbols[to] = symbols[to - 1]!;
    }
    symbols[to] = symbol;
    this.#end = last + 1;
  }
}
