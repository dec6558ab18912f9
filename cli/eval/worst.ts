import type { Judged } from './outcome.ts';

/** The texts that went most wrong. */
export type Worst = { misses: Judged[]; alarms: Judged[] };

/** Lures with the lowest odds among those not warned about, and others with the highest of those that were. */
export function worstOf(judged: readonly Judged[], most: number): Worst {
  const wrong = (lure: boolean) =>
    judged.filter(
      ({ sample, level }) => (sample.label === 'scam') === lure && (level === 'none') === lure,
    );
  return {
    misses: wrong(true)
      .sort((a, b) => a.odds - b.odds)
      .slice(0, most),
    alarms: wrong(false)
      .sort((a, b) => b.odds - a.odds)
      .slice(0, most),
  };
}
