/** The slots of a double array while it is built: finding room for the children of a node. */

/** Tries before a node is placed behind all others, so that building stays linear. */
const MAX_TRIES = 512;
/** Where fewer than this part of the slots are free, the search does not begin again. */
const NEARLY_FULL = 0.05;

export class Slots {
  /** Two words a slot: what it holds, and the code that leads to it. -1 where nothing is. */
  words = new Int32Array(1 << 16).fill(-1);
  /** One past the last slot in use. */
  end = 1;

  #used = new Uint8Array(1 << 15);
  /** No two nodes share a base: a slot then belongs to the base that lies its code before it. */
  readonly #bases = new Set<number>();
  #firstFree = 1;

  constructor() {
    this.#used[0] = 1;
  }

  /** The base at which all these codes (ascending) have a free slot; takes the slots. */
  place(codes: number[]): number {
    const base = this.#findBase(codes);
    this.#bases.add(base);
    for (const code of codes) {
      const slot = base + code;
      this.#reserve(slot);
      this.#used[slot] = 1;
      this.words[2 * slot + 1] = code;
      if (slot >= this.end) this.end = slot + 1;
    }
    while (this.#used[this.#firstFree]) this.#firstFree++;
    return base;
  }

  #findBase(codes: number[]): number {
    const first = codes[0]!;
    const from = Math.max(this.#firstFree, first);
    let tries = 0;
    for (let slot = from; tries < MAX_TRIES; slot++) {
      if (this.#used[slot]) continue;
      const base = slot - first;
      if (!this.#bases.has(base) && codes.every((code) => !this.#used[base + code])) {
        if (tries < NEARLY_FULL * (slot - from)) this.#firstFree = slot;
        return base;
      }
      tries++;
    }
    this.#firstFree = Math.max(from, this.end - 65_536);
    let base = Math.max(this.end - first, 0);
    while (this.#bases.has(base)) base++;
    return base;
  }

  #reserve(slot: number): void {
    if (slot < this.#used.length) return;
    const size = 2 * slot;
    const used = new Uint8Array(size);
    used.set(this.#used);
    this.#used = used;
    const words = new Int32Array(2 * size).fill(-1);
    words.set(this.words);
    this.words = words;
  }
}
