import type { Evidence } from '#engine/evidence.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import type { SchemeSource } from '#schema/rules.ts';
import { type Fitted, fitLogistic, type Observation } from './logistic.ts';

/** Expectations count as much as about this many clear texts that say the same. */
const PRIOR_STRENGTH = 2;

/** Log odds that a signal is expected to add before any text is seen, by what its author says. */
const EXPECTED = {
  sign: { weak: 0.7, moderate: 1.5, strong: 3 },
  counter: { weak: -0.7, moderate: -1.5, strong: -4 },
} as const;
const EXPECTED_COMBO = 0.5;

/** The columns of a scorecard: its signals, then its combinations, with the expected weights. */
export type Columns = { signals: string[]; combos: string[][]; prior: number[] };

/** Columns of a scheme. */
export function columnsOf({ weights, combos = [] }: SchemeSource, ruleset: Ruleset): Columns {
  const expected = new Map(
    ruleset.signals.map(({ id, kind, strength }) => [id, EXPECTED[kind][strength]]),
  );
  const signals = Object.keys(weights);
  return {
    signals,
    combos: combos.map(({ allOf }) => allOf),
    prior: [...signals.map((id) => expected.get(id) ?? 0), ...combos.map(() => EXPECTED_COMBO)],
  };
}

/** Which columns a text fills. */
export function filled({ signals, combos }: Columns, evidence: Evidence): number[] {
  const columns: number[] = [];
  signals.forEach((signal, index) => {
    if (evidence.has(signal)) columns.push(index);
  });
  combos.forEach((combo, index) => {
    if (combo.every((signal) => evidence.has(signal))) columns.push(signals.length + index);
  });
  return columns;
}

/** One text for learning: its columns, whether it is a lure of the scheme, how much it counts. */
export type Row = { columns: readonly number[]; positive: boolean; weight: number };

/** Learns a scorecard; texts that fill the same columns are counted together. */
export function fitScorecard({ prior }: Columns, rows: readonly Row[]): Fitted {
  const counted = new Map<string, Observation>();
  for (const { columns, positive, weight } of rows) {
    const key = columns.join();
    const known = counted.get(key) ?? { columns, positive: 0, negative: 0 };
    known[positive ? 'positive' : 'negative'] += weight;
    counted.set(key, known);
  }
  return fitLogistic([...counted.values()], prior, PRIOR_STRENGTH);
}
