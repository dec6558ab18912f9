import { BUCKETS, FEWEST } from '#engine/wording/model.ts';
import type { WordingSource } from '#schema/ruleset.ts';
import type { Reading } from './evidence.ts';
import { crossFit } from './folds.ts';
import { type Example, type Linear, learn, score } from './sgd.ts';

/** Shares of honest posts above which a wording is called alike, and strongly so. */
const ALIKE = 0.02;
const STRONG = 0.002;
/** Largest absolute weights that are cut off, so that a step of a byte stays small. */
const CLIPPED = 0.0005;
const LARGEST = 127;

/** A text model, and what models say of each text that were learnt without its fold. */
export type Wording = { source: WordingSource; held: Float64Array };

/** Learns the text model of all texts, and one without each fold. */
export function fitWording(
  readings: readonly Reading[],
  weights: Float64Array,
  folds: readonly number[],
): Wording {
  const examples: Example[] = readings.map(({ sample, buckets }, index) => ({
    buckets,
    positive: sample.label === 'scam',
    weight: weights[index]!,
  }));
  const held = new Float64Array(readings.length);
  crossFit(
    folds,
    (indexes) => learn(examples, indexes, BUCKETS),
    (model, indexes) => {
      for (const index of indexes) {
        const { buckets } = examples[index]!;
        held[index] = buckets.length < FEWEST ? -Infinity : score(model, buckets);
      }
    },
  );
  const all = learn(examples, [...examples.keys()], BUCKETS);
  const honest = held.filter((_, index) => readings[index]!.sample.label === 'legit').sort();
  const above = (share: number) =>
    round(honest[Math.floor(honest.length * (1 - share))] ?? Infinity);
  return { source: quantise(all, above(ALIKE), above(STRONG)), held };
}

/** One byte a weight. */
function quantise({ bias, weights }: Linear, alike: number, strong: number): WordingSource {
  const sizes = weights.map(Math.abs).sort();
  const step = sizes[Math.floor(sizes.length * (1 - CLIPPED))]! / LARGEST;
  const bytes = Int8Array.from(weights, (weight) =>
    Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / step))),
  );
  const text = Buffer.from(bytes.buffer).toString('base64');
  return { bias: round(bias), step, alike, strong, weights: text };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
