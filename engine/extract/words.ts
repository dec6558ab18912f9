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
    const longest = this.#tables.byFirst.get((text[start] ?? '').toLowerCase()) ?? 0;
    for (let length = Math.min(longest, text.length - start); length > 0; length--) {
      const hit = this.#meaning(text, start, start + length);
      if (hit && endsWord(text, start + length)) return hit;
    }
    return undefined;
  }

  /** The longest word that ends at `end`. */
  endingAt(text: string, end: number): WordHit<T> | undefined {
    const longest = this.#tables.byLast.get((text[end - 1] ?? '').toLowerCase()) ?? 0;
    if (longest === 0 || !endsWord(text, end)) return undefined;
    for (let length = Math.min(longest, end); length > 0; length--) {
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
  /** The longest word by its first and by its last character: most places are passed over at once. */
  readonly byFirst: ReadonlyMap<string, number>;
  readonly byLast: ReadonlyMap<string, number>;
}

function build<T>(entries: Iterable<readonly [string, T]>): Built<T> {
  const meanings = new Map<string, T>();
  const byFirst = new Map<string, number>();
  const byLast = new Map<string, number>();
  const add = (key: string, value: T) => {
    if (meanings.has(key)) return;
    meanings.set(key, value);
    const length = Math.min(LONGEST, key.length);
    const [first, last] = [key[0]!, key[key.length - 1]!];
    if (length > (byFirst.get(first) ?? 0)) byFirst.set(first, length);
    if (length > (byLast.get(last) ?? 0)) byLast.set(last, length);
  };
  for (const [word, value] of entries) {
    const key = word.toLowerCase();
    add(key.normalize('NFC'), value);
    // Other scripts are written composed or not; what is ASCII has one form.
    if (/[^\x20-\x7e]/.test(key)) add(key.normalize('NFD'), value);
  }
  return { meanings, byFirst, byLast };
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
