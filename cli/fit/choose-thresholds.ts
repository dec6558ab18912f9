import type { Ruleset } from '#engine/ruleset/types.ts';
import { schemeOf } from '../corpus/schemes.ts';
import type { Reading } from './evidence.ts';
import { type Limits, levelAt, type Odds, type Thresholds } from './thresholds.ts';

/** Share of texts that are no lures that may be warned about; of honest posts, called danger. */
const CAUTION = 0.005;
const DANGER = 0.0003;
/** Log odds between which thresholds are looked for. */
const HIGHEST = 4;
const LOWEST = -3;
const STEP = 0.25;
/** A collected lure counts as so many invented ones; each by the harm of its scheme. */
const COLLECTED = 3;
const ORDINARY_HARM = 5;

/** What a step of one threshold wins (lures) and costs (honest posts, by weight). */
type Step = { id: string; won: number; cost: number };

/**
 * Lowers the thresholds step by step, always where most lures are won for the honest posts that it
 * costs, until their share is used up. A market with few posts weighs more a post, so that no market
 * pays for the others.
 */
export function chooseThresholds(
  readings: readonly Reading[],
  odds: Odds,
  limits: Limits,
  { schemes }: Ruleset,
): Thresholds {
  const worth = worthOf(readings, schemes);
  const caution = new Map([...odds.keys()].map((id) => [id, HIGHEST]));
  const warned = new Uint8Array(readings.length);
  let spent = 0;
  for (;;) {
    const best = [...caution]
      .filter(([, value]) => value > LOWEST)
      .map(([id, value]) => stepOf(id, value - STEP))
      .filter(({ cost }) => spent + cost <= CAUTION)
      .sort((a, b) => ratio(b) - ratio(a))[0];
    if (!best) break;
    const value = caution.get(best.id)! - STEP;
    caution.set(best.id, value);
    for (const index of newly(best.id, value)) warned[index] = 1;
    spent += best.cost;
  }
  return { caution, danger: dangerOf(readings, odds, limits, caution) };

  /** Texts that a threshold would add. */
  function newly(id: string, value: number): number[] {
    const values = odds.get(id)!;
    const allowed = limits.caution.get(id)!;
    const added: number[] = [];
    for (let index = 0; index < values.length; index++)
      if (!warned[index] && values[index]! >= value && allowed[index]! > 0) added.push(index);
    return added;
  }

  function stepOf(id: string, value: number): Step {
    let [won, cost] = [0, 0];
    for (const index of newly(id, value)) {
      if (worth[index]! > 0) won += worth[index]!;
      else cost -= worth[index]!;
    }
    return { id, won, cost };
  }
}

/** A step that wins nothing is taken last, as the way to one that does. */
const ratio = ({ won, cost }: Step): number => (won + 0.01) / (cost + 1e-5);

/** Positive for lures; negative for all others, whose weights add up to 1. */
function worthOf(readings: readonly Reading[], schemes: Ruleset['schemes']): Float64Array {
  const known = new Set(Object.keys(schemes));
  const markets = new Map<string, number>();
  for (const { sample } of readings) {
    const market = marketOf(sample);
    if (market !== undefined) markets.set(market, (markets.get(market) ?? 0) + 1);
  }
  const total = [...markets.values()].reduce((sum, count) => sum + Math.sqrt(count), 0);
  return Float64Array.from(readings, ({ sample }) => {
    const market = marketOf(sample);
    if (market === undefined) {
      const harm = schemes[schemeOf(sample, known)]?.harm ?? ORDINARY_HARM;
      return ((sample.invented ? 1 : COLLECTED) * harm) / ORDINARY_HARM;
    }
    return -1 / Math.sqrt(markets.get(market)!) / total;
  });
}

/** What a text that is no lure is counted with: honest posts by market, the rest by kind. */
function marketOf({ label, market, invented }: Reading['sample']): string | undefined {
  if (label === 'scam') return undefined;
  return label !== 'legit' ? label : invented ? 'invented' : market;
}

/** The lowest threshold of danger that so few honest posts reach. */
function dangerOf(
  readings: readonly Reading[],
  odds: Odds,
  limits: Limits,
  caution: Thresholds['caution'],
): number {
  const honest = [...readings.keys()].filter((index) => {
    const { label, invented } = readings[index]!.sample;
    return label === 'legit' && !invented;
  });
  let danger = HIGHEST;
  for (let value = HIGHEST; value >= 0; value -= STEP) {
    const reached = honest.filter(
      (index) => levelAt(index, odds, limits, { caution, danger: value }) > 1,
    );
    if (reached.length > DANGER * honest.length) break;
    danger = value;
  }
  return danger;
}
