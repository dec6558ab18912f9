/**
 * Logistic regression over very many sparse columns by stochastic descent with steps per column
 * (AdaGrad: Duchi, Hazan, Singer 2011). No kept npm package fits hashed sparse data; the same rows
 * give the same weights on every machine.
 */
import { makeRandom, type Random } from '../mutate/random.ts';

/** A text: the buckets of its n-grams, each once. */
export type Example = { buckets: Int32Array; positive: boolean; weight: number };
export type Linear = { bias: number; weights: Float32Array };

const EPOCHS = 8;
const RATE = 0.5;
/** Shrinks a weight a little at each touch: words seen once must not decide. */
const DECAY = 1e-3;
const SEED = 7;

/** Learns from the examples at `indexes`. */
export function learn(
  examples: readonly Example[],
  indexes: readonly number[],
  columns: number,
): Linear {
  const weights = new Float32Array(columns);
  const squares = new Float32Array(columns).fill(1e-4);
  const random = makeRandom(SEED, 'order of examples');
  const order = [...indexes];
  let bias = -3;
  let biasSquares = 1e-4;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const { buckets, positive, weight } = examples[index]!;
      const size = 1 / Math.sqrt(buckets.length || 1);
      const p = 1 / (1 + Math.exp(-score({ bias, weights }, buckets)));
      const slope = (p - Number(positive)) * weight;
      if (Math.abs(slope) < 1e-3) continue;
      biasSquares += slope * slope;
      bias -= (0.2 * RATE * slope) / Math.sqrt(biasSquares);
      for (const bucket of buckets) {
        const gradient = slope * size + DECAY * weights[bucket]!;
        squares[bucket]! += gradient * gradient;
        weights[bucket]! -= (RATE * gradient) / Math.sqrt(squares[bucket]!);
      }
    }
  }
  return { bias, weights };
}

/** Log odds of a text. */
export function score({ bias, weights }: Linear, buckets: Int32Array): number {
  let sum = 0;
  for (const bucket of buckets) sum += weights[bucket]!;
  return bias + sum / Math.sqrt(buckets.length || 1);
}

function shuffle(order: number[], random: Random): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
}
