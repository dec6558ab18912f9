/** Figures as Markdown tables, and what they are made of. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/** @param part from 0 (least) to 1 (most) */
export const quantile = (numbers: readonly number[], part: number): number =>
  numbers.toSorted((a, b) => a - b)[
    Math.min(numbers.length - 1, Math.floor(part * numbers.length))
  ]!;

/** Median, and in brackets the middle half of the measurements. */
export const spread = (numbers: readonly number[], digits = 1): string =>
  `${median(numbers).toFixed(digits)} (${quantile(numbers, 0.25).toFixed(digits)}–${quantile(numbers, 0.75).toFixed(digits)})`;

/** Milliseconds that some work takes, and what it gives. */
export function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const made = work();
  return [made, performance.now() - start];
}

/** Bytes that stay in memory after some work, on and off the heap, and what it gives. */
export function weighed<T>(work: () => T): [T, number] {
  // What the last round left behind takes more than one look to go.
  for (let look = 0; look < 3; look++) collect();
  const before = process.memoryUsage();
  const made = work();
  collect();
  const after = process.memoryUsage();
  return [made, after.heapUsed + after.external - before.heapUsed - before.external];
}

/** What two ways of doing the same take, in turn. */
export interface Pair {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

/**
 * Measures in pairs: ours and one other, round by round, so that a third one's memory does not push
 * either out of the caches. The first rounds only warm up.
 * @param ours gives what one round took
 */
export function inTurn(rounds: number, ours: () => number, theirs: () => number): Pair {
  const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let round = -2; round < rounds; round++) {
    const [a, b] = [ours(), theirs()];
    if (round < 0) continue;
    times.ours.push(a);
    times.theirs.push(b);
  }
  return times;
}

/** "70.1 (68.0–73.1) · 2.8×": the other's time, and how often ours fits into it. */
export const beside = ({ ours, theirs }: Pair, digits = 1): string =>
  `${spread(theirs, digits)} · ${(median(theirs) / median(ours)).toFixed(1)}×`;

/** Prints a table: the first column to the left, figures to the right. */
export function table(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const ruler = head.map((_, column) => (column === 0 ? '---' : '--:'));
  console.log(`\n### ${title}\n\n${[head, ruler, ...rows].map(line).join('\n')}`);
}
