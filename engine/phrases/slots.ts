/** The slots of a double array while it is built: finding room for the children of a node. */

/** Tries before a node is placed behind all others, so that building stays linear. */
const MAX_TRIES = 512;
/** Where fewer than this part of the slots are free, the search does not begin again. */
const NEARLY_FULL = 0.05;
/** The code of a slot in which nothing is; no alphabet is so large. */
const EMPTY = 0xffff;

export class Slots {
  /** What each slot leads to. */
  words = new Int32Array(1 << 15);
  /** The code that leads to each slot. */
  checks = new Uint16Array(1 << 15).fill(EMPTY);
  /** One past the last slot in use. */
  end = 1;

  /** No two nodes share a base: a slot then belongs to the base that lies its code before it. */
  readonly #bases = new Set<number>();
  #firstFree = 1;

  /** The base at which all these codes (ascending) have a free slot; takes the slots. */
  place(codes: readonly number[]): number {
    const base = this.#findBase(codes);
    this.#bases.add(base);
    for (const code of codes) {
      const slot = base + code;
      this.#reserve(slot);
      this.checks[slot] = code;
      if (slot >= this.end) this.end = slot + 1;
    }
    while (this.#isUsed(this.#firstFree)) this.#firstFree++;
    return base;
  }

  /** Slot 0 holds the word that leads to the root. */
  #isUsed(slot: number): boolean {
    return slot === 0 || (slot < this.checks.length && this.checks[slot] !== EMPTY);
  }

  #findBase(codes: readonly number[]): number {
    const first = codes[0]!;
    const from = Math.max(this.#firstFree, first);
    let tries = 0;
    for (let slot = from; tries < MAX_TRIES; slot++) {
      if (this.#isUsed(slot)) continue;
      const base = slot - first;
      if (!this.#bases.has(base) && codes.every((code) => !this.#isUsed(base + code))) {
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
    if (slot < this.checks.length) return;
    const checks = new Uint16Array(2 * slot).fill(EMPTY);
    checks.set(this.checks);
    this.checks = checks;
    const words = new Int32Array(2 * slot);
    words.set(this.words);
    this.words = words;
  }
}
