/** Longest word or phrase that the tables of this folder hold, in UTF-16 code units. */
const LONGEST = 32;

/** Scripts written without spaces, or (Korean) with endings glued on: no boundary is needed. */
const spaceless =
  /[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/;
const letter = /[\p{L}\p{M}]/u;

/** A word found next to a number, and what it means. */
export type WordHit<T> = { start: number; end: number; value: T };

/** Words by which posts name a currency, a period or a factor, found at a given place. */
export class WordTable<T> {
  readonly #entries: () => Iterable<readonly [string, T]>;
  #built: Built<T> | undefined;

  /** @param entries asked for at the first look-up: a background that just woke pays for none before */
  constructor(entries: () => Iterable<readonly [string, T]>) {
    this.#entries = entries;
  }

  get #tables(): Built<T> {
    this.#built ??= build(this.#entries());
    return this.#built;
  }

  /** The longest word that begins at `start`. */
  startingAt(text: string, start: number): WordHit<T> | undefined {
    const lengths = this.#tables.byFirst.get((text[start] ?? '').toLowerCase()) ?? NONE;
    for (const length of lengths) {
      if (start + length > text.length) continue;
      const hit = this.#meaning(text, start, start + length);
      if (hit && endsWord(text, start + length)) return hit;
    }
    return undefined;
  }

  /** The longest word that ends at `end`. */
  endingAt(text: string, end: number): WordHit<T> | undefined {
    const lengths = this.#tables.byLast.get((text[end - 1] ?? '').toLowerCase());
    if (!lengths || !endsWord(text, end)) return undefined;
    for (const length of lengths) {
      if (length > end) continue;
      const hit = this.#meaning(text, end - length, end);
      if (hit && beginsWord(text, end - length)) return hit;
    }
    return undefined;
  }

  #meaning(text: string, start: number, end: number): WordHit<T> | undefined {
    const value = this.#tables.meanings.get(text.slice(start, end).toLowerCase());
    return value === undefined ? undefined : { start, end, value };
  }
}

interface Built<T> {
  readonly meanings: ReadonlyMap<string, T>;
  /** Lengths of words by their first and by their last character, the longest first. */
  readonly byFirst: ReadonlyMap<string, readonly number[]>;
  readonly byLast: ReadonlyMap<string, readonly number[]>;
}
const NONE: readonly number[] = [];

function build<T>(entries: Iterable<readonly [string, T]>): Built<T> {
  const meanings = new Map<string, T>();
  const [byFirst, byLast] = [new Map<string, number[]>(), new Map<string, number[]>()];
  const add = (key: string, value: T) => {
    if (key.length > LONGEST || meanings.has(key)) return;
    meanings.set(key, value);
    addLength(byFirst, key[0]!, key.length);
    addLength(byLast, key[key.length - 1]!, key.length);
  };
  for (const [word, value] of entries) {
    const key = word.toLowerCase();
    add(key.normalize('NFC'), value);
    // Other scripts are written composed or not; what is ASCII has one form.
    if (/[^\x20-\x7e]/.test(key)) add(key.normalize('NFD'), value);
  }
  for (const lengths of [...byFirst.values(), ...byLast.values()]) lengths.sort((a, b) => b - a);
  return { meanings, byFirst, byLast };
}

function addLength(lengths: Map<string, number[]>, char: string, length: number): void {
  const known = lengths.get(char);
  if (!known) lengths.set(char, [length]);
  else if (!known.includes(length)) known.push(length);
}

/** No letter of the same word goes on at `end`. Digits do not: `RM8000`, `k2`. */
function endsWord(text: string, end: number): boolean {
  return !(isLetter(text[end]) && isLetter(text[end - 1]));
}

function beginsWord(text: string, start: number): boolean {
  return !(isLetter(text[start - 1]) && isLetter(text[start]));
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && letter.test(char) && !spaceless.test(char);
}
