/** Longest word or phrase that the tables of this folder hold, in UTF-16 code units. */
const LONGEST = 24;

/** Scripts written without spaces, or (Korean) with endings glued on: no boundary is needed. */
const spaceless =
  /[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/;
const letter = /[\p{L}\p{M}]/u;

/** A word found next to a number, and what it means. */
export type WordHit<T> = { start: number; end: number; value: T };

/** Words by which posts name a currency, a period or a factor, found at a given place. */
export class WordTable<T> {
  readonly #meanings = new Map<string, T>();
  #longest = 0;

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries)
      for (const form of ['NFC', 'NFD']) {
        const key = word.toLowerCase().normalize(form);
        if (!this.#meanings.has(key)) this.#meanings.set(key, value);
        this.#longest = Math.min(LONGEST, Math.max(this.#longest, key.length));
      }
  }

  /** The longest word that begins at `start`. */
  startingAt(text: string, start: number): WordHit<T> | undefined {
    for (let length = Math.min(this.#longest, text.length - start); length > 0; length--) {
      const hit = this.#meaning(text, start, start + length);
      if (hit && endsWord(text, start + length)) return hit;
    }
    return undefined;
  }

  /** The longest word that ends at `end`. */
  endingAt(text: string, end: number): WordHit<T> | undefined {
    for (let length = Math.min(this.#longest, end); length > 0; length--) {
      const hit = this.#meaning(text, end - length, end);
      if (hit && beginsWord(text, end - length)) return hit;
    }
    return undefined;
  }

  #meaning(text: string, start: number, end: number): WordHit<T> | undefined {
    const value = this.#meanings.get(text.slice(start, end).toLowerCase());
    return value === undefined ? undefined : { start, end, value };
  }
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
