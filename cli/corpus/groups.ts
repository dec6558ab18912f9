/**
 * Near-duplicates: texts that share most of their shingles stand in one group, so that a copy of a
 * text never sits on both sides of a split. One-permutation MinHash (Li, Owen, Zhang 2012), bands
 * of which two texts must share one; with these sizes texts alike to about 0.7 (Jaccard) meet.
 */
import type { Sample } from './sample.ts';

const SHINGLE = 5;
const BINS = 48;
const BAND = 6;
const EMPTY = 0xffffffff;

/** Number of the group of each sample; the number is the index of the group's first sample. */
export function groupsOf(samples: readonly Sample[]): Int32Array {
  const parent = Int32Array.from(samples, (_, index) => index);
  const find = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root]!;
    for (let next = at; next !== root; ) {
      const up = parent[next]!;
      parent[next] = root;
      next = up;
    }
    return root;
  };
  const seen = new Map<string, number>();
  samples.forEach((sample, index) => {
    for (const band of bandsOf(`${sample.title ?? ''}\n${sample.text}`)) {
      const first = seen.get(band);
      if (first === undefined) seen.set(band, index);
      else {
        const [a, b] = [find(first), find(index)].sort((x, y) => x - y);
        parent[b!] = a!;
      }
    }
  });
  return parent.map((_, index) => find(index));
}

function bandsOf(text: string): string[] {
  // Not the engine's fold: a split must stay the same while the engine learns.
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}]+/gu, '');
  const letters = Uint16Array.from({ length: plain.length }, (_, index) => plain.charCodeAt(index));
  const least = new Uint32Array(BINS).fill(EMPTY);
  if (letters.length < SHINGLE) least[0] = hash(letters, 0, letters.length);
  for (let at = 0; at + SHINGLE <= letters.length; at++) {
    const value = hash(letters, at, at + SHINGLE);
    const bin = (value >>> 8) % BINS;
    if (value < least[bin]!) least[bin] = value;
  }
  fillEmpty(least);
  return Array.from(
    { length: BINS / BAND },
    (_, band) => `${band}:${least.subarray(band * BAND, (band + 1) * BAND).join()}`,
  );
}

/** Short texts leave bins empty; those borrow from the next full one (Shrivastava, Li 2014). */
function fillEmpty(least: Uint32Array): void {
  const full = least.slice();
  for (let bin = 0; bin < BINS; bin++) {
    let step = 0;
    while (step < BINS && full[(bin + step) % BINS] === EMPTY) step++;
    if (step > 0 && step < BINS)
      least[bin] = full[(bin + step) % BINS]! ^ Math.imul(step, 0x9e3779b9);
  }
}

/** FNV-1a with a last mix, so that the upper bits choose the bin evenly. */
function hash(units: Uint16Array, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < to; at++) value = Math.imul(value ^ units[at]!, 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
