/** A linear model over hashed n-grams: how much the wording of a text is like that of lures. */
import type { WordingSource } from '#schema/ruleset.ts';
import { BundleError } from '../phrases/errors.ts';
import type { FoldedView } from '../phrases/scan.ts';
import { BITS, Grams } from './grams.ts';

/** Bias, step of the weights, threshold of likeness, threshold of strong likeness. */
const HEAD = 4;
export const BUCKETS = 1 << BITS;
/** Different n-grams that a text must have before its wording says anything: about six words. */
export const FEWEST = 40;

export class WordingModel {
  /** Scores (log odds) from which on a text is alike, and very much alike. */
  readonly alike: number;
  readonly strong: number;
  readonly #bias: number;
  readonly #step: number;
  readonly #weights: Int8Array;
  readonly #grams = new Grams();
  readonly #met = new Met();

  /** @throws {BundleError} unless `packModel` wrote the bytes, or they are empty: no model. */
  constructor(bytes: Uint8Array) {
    if (bytes.length !== 0 && bytes.length !== 4 * HEAD + BUCKETS)
      throw new BundleError('the text model has another size');
    const head = Array.from({ length: bytes.length && HEAD }, (_, index) =>
      new DataView(bytes.buffer, bytes.byteOffset).getFloat32(4 * index, true),
    );
    [this.#bias = 0, this.#step = 0, this.alike = Infinity, this.strong = Infinity] = head;
    this.#weights = new Int8Array(
      bytes.buffer,
      bytes.byteOffset + 4 * head.length,
      head.length && BUCKETS,
    );
  }

  /** Begins a text, whose fields are read one after the other. */
  begin(): Sum {
    this.#met.forget();
    return { weight: 0, grams: 0 };
  }

  /** Adds up one folded field of the text begun last. */
  read(folded: FoldedView, sum: Sum): void {
    if (this.#weights.length === 0) return;
    this.#grams.read(folded);
    const { buckets, count } = this.#grams;
    for (let at = 0; at < count; at++) {
      const bucket = buckets[at]!;
      if (!this.#met.isNew(bucket)) continue;
      sum.grams++;
      sum.weight += this.#weights[bucket]!;
    }
  }

  /** Log odds that a text of this sum is a lure, by its wording alone; none of too short a text. */
  score({ weight, grams }: Sum): number {
    if (grams < FEWEST) return -Infinity;
    return this.#bias + (weight * this.#step) / Math.sqrt(grams || 1);
  }

  /**
   * What each symbol of a folded field adds to the sum: an n-gram's weight is shared evenly by the
   * symbols that it covers.
   */
  shares(folded: FoldedView): Float32Array {
    this.#grams.read(folded);
    const { buckets, froms, tos, count, length } = this.#grams;
    const shares = new Float32Array(length);
    for (let at = 0; at < count; at++) {
      const [from, to] = [froms[at]!, tos[at]!];
      for (let k = from; k < to; k++) shares[k]! += this.#weights[buckets[at]!]! / (to - from);
    }
    return shares;
  }
}

/**
 * The buckets met in a text: an n-gram counts once. A field for each of all buckets would be faster,
 * but its memory alone would cost a background that was just woken more than the rest of a verdict.
 */
class Met {
  /** A power of two, twice the n-grams that title and text can have. */
  static readonly #size = 1 << 15;
  /** Open addressing: a bucket and one, or 0 where none is. */
  readonly #slots = new Int32Array(Met.#size);
  #count = 0;

  forget(): void {
    this.#slots.fill(0);
    this.#count = 0;
  }

  /** Notes a bucket; false where it was noted before, or where there is no room for more. */
  isNew(bucket: number): boolean {
    if (this.#count === Met.#size - 1) return false;
    let at = bucket & (Met.#size - 1);
    while (this.#slots[at] !== 0) {
      if (this.#slots[at] === bucket + 1) return false;
      at = (at + 1) & (Met.#size - 1);
    }
    this.#slots[at] = bucket + 1;
    this.#count++;
    return true;
  }
}

/** The weights of the different n-grams of a text, and how many they are. */
export type Sum = { weight: number; grams: number };

/** The bytes of a model as `rules/wording/model.yaml` describes it. */
export function packModel(source: WordingSource | undefined): Uint8Array {
  if (source === undefined) return new Uint8Array(0);
  const weights = Uint8Array.from(atob(source.weights), (char) => char.charCodeAt(0));
  const bytes = new Uint8Array(4 * HEAD + weights.length);
  const view = new DataView(bytes.buffer);
  [source.bias, source.step, source.alike, source.strong].forEach((value, index) => {
    view.setFloat32(4 * index, value, true);
  });
  bytes.set(weights, 4 * HEAD);
  return bytes;
}
