import type { Ruleset } from '#engine/ruleset/types.ts';
import type { WordingSource } from '#schema/ruleset.ts';
import { schemeOf, teaches } from '../corpus/schemes.ts';
import { chooseThresholds } from './choose-thresholds.ts';
import type { Reading } from './evidence.ts';
import { levels } from './figures.ts';
import { fitScorecards, type Scorecard, type Scorecards } from './scorecards.ts';
import { levelsOf, type Thresholds } from './thresholds.ts';
import { weigh } from './weigh.ts';
import { fitWording } from './wording.ts';
import { markWording } from './wordmarks.ts';
import type { Seen } from './write.ts';

/** Everything that was learnt, and the levels of texts by models that did not learn from them. */
export type Fit = {
  wording: WordingSource;
  cards: ReadonlyMap<string, Scorecard>;
  thresholds: Thresholds;
  /** By scheme and signal. */
  seen: ReadonlyMap<string, ReadonlyMap<string, Seen>>;
  held: { without: number[]; with: number[] };
};

/** Learns scorecards without the text model, to compare, and then with it. */
export function fitAll(
  readings: readonly Reading[],
  folds: readonly number[],
  ruleset: Ruleset,
): Fit {
  const weights = weigh(readings.map(({ sample }) => sample));
  const without = judge(readings, fitScorecards(readings, weights, folds, ruleset), ruleset);
  const wording = fitWording(readings, weights, folds);
  markWording(readings, wording.held, wording.source, ruleset);
  const scorecards = fitScorecards(readings, weights, folds, ruleset);
  const judged = judge(readings, scorecards, ruleset);
  return {
    wording: wording.source,
    cards: scorecards.cards,
    thresholds: judged.thresholds,
    seen: seenIn(readings, ruleset),
    held: { without: without.levels, with: judged.levels },
  };
}

function judge(readings: readonly Reading[], { held }: Scorecards, ruleset: Ruleset) {
  const limits = levelsOf(readings, ruleset);
  const thresholds = chooseThresholds(readings, held, limits, ruleset);
  return { thresholds, levels: levels(readings, held, limits, thresholds) };
}

function seenIn(readings: readonly Reading[], { schemes }: Ruleset): Fit['seen'] {
  const known = new Set(Object.keys(schemes));
  const seen = new Map([...known].map((id) => [id, new Map<string, Seen>()]));
  for (const { sample, evidence } of readings) {
    const scheme = sample.label === 'scam' ? schemeOf(sample, known) : undefined;
    for (const [id, counts] of seen) {
      if (scheme !== undefined && !teaches(scheme, id)) continue;
      for (const signal of evidence.seen.keys()) {
        const count = counts.get(signal) ?? { lures: 0, others: 0 };
        count[teaches(scheme, id) ? 'lures' : 'others']++;
        counts.set(signal, count);
      }
    }
  }
  return seen;
}
