/** Two-sided 95 % quantile of the normal distribution. */
const Z = 1.959964;

/** A share with its 95 % interval, all from 0 to 1. */
export type Share = { rate: number; low: number; high: number };

/** Wilson's score interval (1927): holds for few texts and for shares near 0 and 1 too. */
export function wilson(hits: number, all: number): Share {
  if (all === 0) return { rate: 0, low: 0, high: 1 };
  const rate = hits / all;
  const spread = Z * Z;
  const middle = rate + spread / (2 * all);
  const margin = Z * Math.sqrt((rate * (1 - rate) + spread / (4 * all)) / all);
  const scale = 1 + spread / all;
  return {
    rate,
    low: Math.max(0, (middle - margin) / scale),
    high: Math.min(1, (middle + margin) / scale),
  };
}
