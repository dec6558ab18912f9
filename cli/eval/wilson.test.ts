import { expect, test } from 'vitest';
import { wilson } from './wilson.ts';

test('gives the interval of the textbooks', () => {
  // Newcombe 1998, table I: 81 of 263.
  const { rate, low, high } = wilson(81, 263);
  expect(rate).toBeCloseTo(0.308, 3);
  expect(low).toBeCloseTo(0.2553, 4);
  expect(high).toBeCloseTo(0.3662, 4);
});

test('has an upper end where nothing was hit, and knows nothing of nothing', () => {
  expect(wilson(0, 20)).toMatchObject({ rate: 0, low: 0 });
  expect(wilson(0, 20).high).toBeCloseTo(0.1611, 4);
  expect(wilson(0, 0)).toEqual({ rate: 0, low: 0, high: 1 });
});
