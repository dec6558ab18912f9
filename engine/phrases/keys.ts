/** Phrases as strings: first of their letters, then of the codes that the letters get. */
import type { Steps } from '../steps.ts';
import type { Alphabet } from './alphabet.ts';
import { ANY_ENDING, END, GAP, MAX_GAP_CODE, MAX_SYMBOLS, MAX_VALUES } from './codes.ts';
import { PhraseError } from './errors.ts';
import { ANY_ENDING_SIGN, GAP_SIGN, type KnownWords, spell } from './spell.ts';
import { expandPhrase } from './syntax.ts';

/** Keys between two yields; a thousand take about a millisecond. */
export const STEP = 1_024;
/** Signs among letters are noncharacters of Unicode, which no text has: the code of a sign is added. */
const SIGNS = 0xfdd0;

/** Every plain phrase once, as a string, with the set of values that it is reported with. */
export class SpeltPhrases {
  /** How often each UTF-16 unit stands in the phrases. */
  readonly counts = new Uint32Array(0x10000);
  /** Number of the set of values, by phrase. */
  readonly sets = new Map<string, number>();
  readonly #words: KnownWords = new Map();
  readonly #values: number[][] = [];
  /** Numbers of sets by their values. */
  readonly #known = new Map<string, number>();
  readonly #units = new Uint16Array(MAX_SYMBOLS);

  /** @throws {PhraseError} */
  add(phrase: string, value: number): void {
    for (const pieces of expandPhrase(phrase)) {
      const raw = this.#rawOf(spell(phrase, pieces, this.#words));
      const before = this.sets.get(raw);
      if (before === undefined) {
        this.sets.set(raw, this.#setOf([value]));
        continue;
      }
      const values = this.#values[before]!;
      if (values.includes(value)) continue;
      if (values.length === MAX_VALUES)
        throw new PhraseError(phrase, 1, 'too many values for a phrase');
      this.sets.set(raw, this.#setOf([...values, value].sort((a, b) => a - b)));
    }
  }

  /** The values of a set, ascending. */
  valuesOf(set: number): readonly number[] {
    return this.#values[set]!;
  }

  #rawOf(symbols: readonly number[]): string {
    for (let at = 0; at < symbols.length; at++) {
      const symbol = symbols[at]!;
      if (symbol >= 0) this.counts[symbol]!++;
      this.#units[at] = symbol >= 0 ? symbol : SIGNS + codeOfSign(symbol);
    }
    return stringOf(this.#units, symbols.length);
  }

  #setOf(values: number[]): number {
    const key = values.join();
    const set = this.#known.get(key) ?? this.#values.length;
    if (set === this.#values.length) this.#values.push(values);
    this.#known.set(key, set);
    return set;
  }
}

const codeOfSign = (symbol: number): number =>
  symbol === ANY_ENDING_SIGN ? ANY_ENDING : GAP + GAP_SIGN - symbol;

const stringOf = (units: Uint16Array, length: number): string =>
  String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);

/** The set of values by code string; each ends with END. */
export function* keysOf({ sets }: SpeltPhrases, { codes }: Alphabet): Steps<Map<string, number>> {
  const keys = new Map<string, number>();
  const units = new Uint16Array(MAX_SYMBOLS + 1);
  for (const [raw, set] of sets) {
    for (let i = 0; i < raw.length; i++) {
      const unit = raw.charCodeAt(i);
      const isSign = unit >= SIGNS && unit <= SIGNS + MAX_GAP_CODE;
      units[i] = isSign ? unit - SIGNS : codes[unit]!;
    }
    units[raw.length] = END;
    keys.set(stringOf(units, raw.length + 1), set);
    if (keys.size % STEP === 0) yield;
  }
  return keys;
}

/** Keys in ascending order: sorted by their first two codes, then pile by pile. */
export function* sorted(keys: Iterable<string>): Steps<string[]> {
  const piles = new Map<number, string[]>();
  let count = 0;
  for (const key of keys) {
    const begin = (key.charCodeAt(0) << 16) | key.charCodeAt(1);
    const pile = piles.get(begin);
    if (pile) pile.push(key);
    else piles.set(begin, [key]);
    if (++count % STEP === 0) yield;
  }
  const all: string[] = [];
  for (const [, pile] of [...piles].sort(([a], [b]) => a - b)) {
    for (const key of pile.sort()) all.push(key);
    yield;
  }
  return all;
}
