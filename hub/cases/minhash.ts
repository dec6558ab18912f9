/**
 * One-permutation MinHash (Li, Owen and Zhang 2012, with rotation as densified by Shrivastava and Li
 * 2014) and banding: texts that share most of their shingles find each other.
 */

/** Values of a sketch, and of them in a band: 21 bands of 3 find nine in ten pairs that share half. */
const SIZE = 63;
const ROWS = 3;
const BANDS = SIZE / ROWS;
const EMPTY = 0xffffffff;
/** Added for each step that a borrowed value came from afar: odd, and far from small multiples. */
const STEP = 0x9e3779b1;

/**
 * The smallest hash in each of 63 bins of a set of hashes; an empty bin borrows from the next that is
 * not. All values are `EMPTY` for the empty set.
 */
export function sketchOf(shingles: Uint32Array): Uint32Array {
  const bins = new Uint32Array(SIZE).fill(EMPTY);
  for (const shingle of shingles) {
    const bin = shingle % SIZE;
    if (shingle < bins[bin]!) bins[bin] = shingle;
  }
  const sketch = bins.slice();
  if (shingles.length === 0) return sketch;
  for (let index = 0; index < SIZE; index++)
    for (let steps = 1; sketch[index] === EMPTY; steps++) {
      const lent = bins[(index + steps) % SIZE]!;
      if (lent !== EMPTY) sketch[index] = lent + Math.imul(STEP, steps);
    }
  return sketch;
}

/** Share of shingles that two sets have in common (Jaccard), as their sketches tell it: 0 to 1. */
export function similarity(a: Uint32Array, b: Uint32Array): number {
  let equal = 0;
  for (let index = 0; index < SIZE; index++) if (a[index] === b[index]) equal++;
  return equal / SIZE;
}

/** One number a band, below 2^37: sets that are alike share at least one of them. */
export function bandsOf(sketch: Uint32Array): number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    let hash = 0x811c9dc5;
    for (let row = 0; row < ROWS; row++) {
      const value = sketch[band * ROWS + row]!;
      hash = Math.imul(hash ^ (value & 0xffff), 0x01000193);
      hash = Math.imul(hash ^ (value >>> 16), 0x01000193);
    }
    return band * 2 ** 32 + (hash >>> 0);
  });
}

export const writeSketch = (sketch: Uint32Array): string =>
  Buffer.from(sketch.buffer, sketch.byteOffset, sketch.byteLength).toString('base64');

export function readSketch(text: string): Uint32Array {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return new Uint32Array(bytes.buffer);
}
