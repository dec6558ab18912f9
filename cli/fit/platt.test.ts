import { expect, test } from 'vitest';
import { calibrate } from './platt.ts';

/** Odds that come true `share` of the time, `count` texts each. */
const texts = (rows: [odds: number, share: number, count: number][]) => {
  const odds: number[] = [];
  const positive: boolean[] = [];
  for (const [value, share, count] of rows)
    for (let n = 0; n < count; n++) {
      odds.push(value);
      positive.push(n < share * count);
    }
  return [odds, positive] as const;
};
const odds = (share: number) => Math.log(share / (1 - share));

test('leaves odds that come true as they are', () => {
  const { slope, shift } = calibrate(
    ...texts([
      [odds(0.1), 0.1, 2_000],
      [odds(0.5), 0.5, 2_000],
      [odds(0.9), 0.9, 2_000],
    ]),
  );
  expect(slope).toBeCloseTo(1, 1);
  expect(shift).toBeCloseTo(0, 1);
});

test('draws in odds that promise too much', () => {
  const { slope } = calibrate(
    ...texts([
      [-4, 0.2, 500],
      [4, 0.8, 500],
    ]),
  );
  expect(4 * slope).toBeCloseTo(odds(0.8), 1);
});

test('stays sane where texts are wholly parted, or all alike', () => {
  const parted = calibrate(
    ...texts([
      [-1, 0, 100],
      [1, 1, 100],
    ]),
  );
  expect(parted.slope).toBeGreaterThan(1);
  expect(parted.slope).toBeLessThanOrEqual(4);
  const turned = calibrate(
    ...texts([
      [-1, 1, 100],
      [1, 0, 100],
    ]),
  );
  expect(turned.slope).toBeGreaterThan(0);
});
