import { expect, test } from 'vitest';
import { fitLogistic, logOdds, type Observation } from './logistic.ts';

const row = (columns: number[], positive: number, negative: number): Observation => ({
  columns,
  positive,
  negative,
});

test('finds the log odds of a table, where the prior is weak', () => {
  const fitted = fitLogistic([row([], 10, 90), row([0], 80, 20)], [0], 1e-6);
  expect(fitted.intercept).toBeCloseTo(Math.log(10 / 90), 2);
  expect(logOdds(fitted, [0])).toBeCloseTo(Math.log(80 / 20), 2);
});

test('never gives a weight the wrong sign, and moves the others instead', () => {
  const fitted = fitLogistic([row([], 50, 50), row([0], 10, 90)], [0], 1e-6);
  expect(fitted.weights[0]).toBe(0);
  expect(fitted.intercept).toBeCloseTo(Math.log(60 / 140), 2);
});

test('keeps to the prior where there is little to learn from', () => {
  const few = fitLogistic([row([], 1, 99), row([0], 1, 0)], [2], 5);
  expect(few.weights[0]).toBeGreaterThan(1.9);
  const none = fitLogistic([row([], 5, 95)], [1.5], 5);
  expect(none.weights[0]).toBeCloseTo(1.5, 3);
});

test('ends on separable data', () => {
  const fitted = fitLogistic([row([], 0, 1000), row([0, 1], 50, 0)], [0, 0], 0.5);
  expect(fitted.weights.every(Number.isFinite)).toBe(true);
  expect(logOdds(fitted, [0, 1])).toBeGreaterThan(0);
});

test('a prior below 0 makes a weight that never rises above 0', () => {
  const fitted = fitLogistic([row([], 10, 90), row([0], 5, 400)], [-1], 0.01);
  expect(fitted.weights[0]).toBeLessThan(-1);
  expect(fitLogistic([row([], 10, 90), row([0], 80, 20)], [-1], 0.01).weights[0]).toBeCloseTo(0, 1);
});
