import type { Ruleset } from '#engine/ruleset/types.ts';
import { schemeOf, teaches } from '../corpus/schemes.ts';
import type { Reading } from './evidence.ts';
import { crossFit } from './folds.ts';
import { type Fitted, logOdds } from './logistic.ts';
import { calibrate } from './platt.ts';
import { type Columns, columnsOf, filled, fitScorecard, type Row } from './scorecard.ts';
import type { Odds } from './thresholds.ts';

/** A learnt scorecard: log odds of nothing, and what each column adds. */
export type Scorecard = Fitted & { columns: Columns };
/** All scorecards, and what those say of a text that did not learn from its fold. */
export type Scorecards = { cards: ReadonlyMap<string, Scorecard>; held: Odds };

/** Learns the scorecard of every scheme, calibrated on texts that were held out. */
export function fitScorecards(
  readings: readonly Reading[],
  weights: Float64Array,
  folds: readonly number[],
  ruleset: Ruleset,
): Scorecards {
  const schemes = Object.entries(ruleset.schemes);
  const known = new Set(schemes.map(([id]) => id));
  const named = readings.map(({ sample }) =>
    sample.label === 'scam' ? schemeOf(sample, known) : undefined,
  );
  const cards = new Map<string, Scorecard>();
  const held = new Map<string, Float64Array>();
  for (const [id, scheme] of schemes) {
    const columns = columnsOf(scheme, ruleset);
    const rows: Row[] = readings.map(({ evidence }, index) => ({
      columns: filled(columns, evidence),
      positive: teaches(named[index], id),
      weight: weights[index]!,
    }));
    // Lures of another scheme say neither yes nor no.
    const useful = named.map((name) => name === undefined || teaches(name, id));
    const learn = (indexes: readonly number[]) =>
      fitScorecard(
        columns,
        indexes.filter((index) => useful[index]).map((index) => rows[index]!),
      );
    const odds = new Float64Array(readings.length);
    crossFit(folds, learn, (fitted, indexes) => {
      for (const index of indexes) odds[index] = logOdds(fitted, rows[index]!.columns);
    });
    const { slope, shift } = calibrate(
      [...odds].filter((_, index) => useful[index]),
      rows.filter((_, index) => useful[index]).map(({ positive }) => positive),
    );
    const { intercept, weights: learnt } = learn([...rows.keys()]);
    cards.set(id, {
      columns,
      intercept: slope * intercept + shift,
      weights: learnt.map((weight) => slope * weight),
    });
    held.set(
      id,
      odds.map((value) => slope * value + shift),
    );
  }
  return { cards, held };
}
