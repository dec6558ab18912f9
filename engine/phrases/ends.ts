/** Where words and phrases end in a folded text. */
import { HANGUL, OPEN } from '#engine/text/kinds.ts';
import { type Groups, groupOf } from './codes.ts';

export class Ends {
  symbols = new Uint16Array(0);
  length = 0;
  readonly groups: Groups;
  /** The word whose end was looked for last. */
  #wordFrom = 0;
  #wordTo = 0;

  constructor(groups: Groups) {
    this.groups = groups;
  }

  /** Takes a folded text, in which a BREAK follows the last symbol. */
  begin(symbols: Uint16Array<ArrayBuffer>, length: number): void {
    this.symbols = symbols;
    this.length = length;
    this.#wordTo = 0;
  }

  /** Where a phrase or a part of it ends if its last symbol is before `at`; -1 if inside a word. */
  phraseEnd(first: number, at: number): number {
    if (at === first) return -1;
    const code = this.symbols[at]!;
    const group = groupOf(this.groups, this.symbols[at - 1]!);
    if (group === OPEN) return code >= this.groups.marks ? -1 : at;
    if (groupOf(this.groups, code) !== group) return at;
    return group === HANGUL ? this.wordEnd(at) : -1;
  }

  /** The end of the word that the symbol before `at` belongs to. */
  wordEnd(at: number): number {
    if (at > this.#wordFrom && at <= this.#wordTo) return this.#wordTo;
    const group = groupOf(this.groups, this.symbols[at - 1]!);
    let to = at;
    if (group !== 0 && group !== OPEN) {
      while (to < this.length && groupOf(this.groups, this.symbols[to]!) === group) to++;
    }
    this.#wordFrom = at - 1;
    this.#wordTo = to;
    return to;
  }

  /** The first symbol from here on that is no mark of the character before. */
  afterMarks(from: number): number {
    let at = from;
    while (at < this.length && this.symbols[at]! >= this.groups.marks) at++;
    return at;
  }
}
