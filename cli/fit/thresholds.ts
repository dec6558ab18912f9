import { LEVELS } from '#engine/limits.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import { allowedLevel } from '#engine/score.ts';
import type { Level } from '#schema/verdict.ts';
import type { Reading } from './evidence.ts';

/** Log odds of each scheme for each text, by models that did not learn from the text. */
export type Odds = ReadonlyMap<string, Float64Array>;
/** Log odds from which on a text is caution, and danger, by scheme. */
export type Thresholds = Record<'caution' | 'danger', ReadonlyMap<string, number>>;
/** What each text gets where a scheme reaches caution or danger, with the engine's limits. */
export type Limits = Record<'caution' | 'danger', ReadonlyMap<string, Uint8Array>>;

/** Finds what the engine allows for every text and scheme. */
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

/** Level of a text, as an index into `LEVELS`. */
export function levelAt(index: number, odds: Odds, limits: Limits, thresholds: Thresholds): number {
  let level = 0;
  for (const [id, values] of odds) {
    const value = values[index]!;
    const caution = thresholds.caution.get(id)!;
    if (value >= Math.max(caution, thresholds.danger.get(id)!))
      level = Math.max(level, limits.danger.get(id)![index]!);
    else if (value >= caution) level = Math.max(level, limits.caution.get(id)![index]!);
  }
  return level;
}
