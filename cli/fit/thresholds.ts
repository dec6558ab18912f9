import { LEVELS } from '#engine/limits.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import { allowedLevel } from '#engine/score.ts';
import type { Level } from '#schema/verdict.ts';
import type { Reading } from './evidence.ts';

/** Shares of honest posts that may be warned about: over all markets, so less than each may have. */
const CAUTION = 0.003;
const DANGER = 0.0003;
/** Log odds from which on any text is danger at most, and below which none is warned about. */
const RANGE = { from: 6, to: -4, step: 0.05 };

/** Log odds of each scheme for each text, by models that did not learn from the text. */
export type Odds = ReadonlyMap<string, Float64Array>;
export type Thresholds = { caution: number; danger: number };

/** What each text gets where a scheme reaches caution or danger, with the engine's limits. */
export function levelsOf(readings: readonly Reading[], ruleset: Ruleset): Limits {
  const of = (reached: Level) =>
    new Map(
      Object.entries(ruleset.schemes).map(([id, scheme]) => [
        id,
        Uint8Array.from(readings, ({ evidence, post }) =>
          LEVELS.indexOf(allowedLevel(reached, scheme, evidence, post, ruleset)),
        ),
      ]),
    );
  return { caution: of('caution'), danger: of('danger') };
}
export type Limits = Record<'caution' | 'danger', ReadonlyMap<string, Uint8Array>>;

/** Level of a text, as an index into `LEVELS`. */
export function levelAt(index: number, odds: Odds, limits: Limits, thresholds: Thresholds): number {
  let level = 0;
  for (const [id, values] of odds) {
    const value = values[index]!;
    if (value >= thresholds.danger) level = Math.max(level, limits.danger.get(id)![index]!);
    else if (value >= thresholds.caution) level = Math.max(level, limits.caution.get(id)![index]!);
  }
  return level;
}

/** The lowest thresholds that keep the share of honest texts warned about. */
export function chooseThresholds(
  honest: readonly number[],
  odds: Odds,
  limits: Limits,
): Thresholds {
  const rate = (thresholds: Thresholds, least: number) =>
    honest.filter((index) => levelAt(index, odds, limits, thresholds) >= least).length /
    honest.length;
  const lowest = (passes: (value: number) => boolean): number => {
    let best = RANGE.from;
    for (let value = RANGE.from; value >= RANGE.to && passes(value); value -= RANGE.step)
      best = value;
    return Math.round(best * 20) / 20;
  };
  const caution = lowest((value) => rate({ caution: value, danger: Infinity }, 1) <= CAUTION);
  const danger = lowest((value) => rate({ caution, danger: value }, 2) <= DANGER);
  return { caution, danger: Math.max(danger, caution) };
}
