import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_CHECK_MINUTES, delayOf } from './schedule.ts';

const MINUTE = 60_000;

test('reaches every installation within a quarter of an hour', () => {
  expect(delayOf(DEFAULT_CHECK_MINUTES, 0, 0.999999)).toBeLessThan(15 * MINUTE);
});

test('doubles with every failure and stays within hours', () => {
  expect([0, 1, 2, 3, 50].map((failures) => delayOf(10, failures, 0.5) / MINUTE)).toEqual([
    10, 20, 40, 80, 360,
  ]);
});

test('spreads installations over two fifths of the interval', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (chance) => {
      const delay = delayOf(10, 0, chance);
      expect(delay).toBeGreaterThanOrEqual(8 * MINUTE);
      expect(delay).toBeLessThanOrEqual(12 * MINUTE);
    }),
  );
  expect(delayOf(10, 0, 0.1)).not.toBe(delayOf(10, 0, 0.9));
});
