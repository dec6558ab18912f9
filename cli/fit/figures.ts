import { LEVELS } from '#engine/limits.ts';
import { wilson } from '../eval/wilson.ts';
import type { Reading } from './evidence.ts';
import type { Limits, Odds, Thresholds } from './thresholds.ts';
import { levelAt } from './thresholds.ts';

/** Texts of one kind, and how many of them were warned about. */
export type Count = { name: string; texts: number; warned: number };

/** Levels of all texts, by models that did not learn from them. */
export const levels = (
  readings: readonly Reading[],
  odds: Odds,
  limits: Limits,
  thresholds: Thresholds,
): number[] => readings.map((_, index) => levelAt(index, odds, limits, thresholds));

/** Counts the texts, and those warned about, under every name that `named` gives them. */
export function countedBy(
  readings: readonly Reading[],
  level: readonly number[],
  named: (reading: Reading) => string[],
): Count[] {
  const counts = new Map<string, Count>();
  readings.forEach((reading, index) => {
    for (const name of named(reading)) {
      const count = counts.get(name) ?? { name, texts: 0, warned: 0 };
      count.texts++;
      if (level[index]! >= LEVELS.indexOf('caution')) count.warned++;
      counts.set(name, count);
    }
  });
  return [...counts.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** "412 of 510 (80.8 %, 77.1 to 84.0)" */
export function share({ texts, warned }: Pick<Count, 'texts' | 'warned'>): string {
  const { rate, low, high } = wilson(warned, texts);
  const percent = (value: number) => (100 * value).toFixed(1);
  return `${warned} of ${texts} (${percent(rate)} %, ${percent(low)} to ${percent(high)})`;
}
