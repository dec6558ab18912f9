import { expect, it } from 'vitest';
import { DAILY, dailyLimit } from './standing.ts';

it.each([
  // Nobody is judged before five decided reports, right or wrong.
  [0, 0, DAILY.plain],
  [4, 0, DAILY.plain],
  [0, 4, DAILY.plain],
  [5, 0, DAILY.trusted],
  [3, 3, DAILY.trusted],
  [2, 3, DAILY.plain],
  [1, 4, DAILY.plain],
  [0, 5, 0],
  [1, 9, 0],
])('%i right and %i wrong count for %i a day', (upheld, refused, limit) => {
  expect(dailyLimit({ upheld, refused })).toBe(limit);
});
