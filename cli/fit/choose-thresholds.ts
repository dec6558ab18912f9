import type { Ruleset } from '#engine/ruleset/types.ts';
import { OTHER } from '#engine/score.ts';
import { schemeOf } from '../corpus/schemes.ts';
import type { Reading } from './evidence.ts';
import { type Limits, levelAt, type Odds, type Thresholds } from './thresholds.ts';

/** Share of honest posts that may be warned about, and called danger. */
const CAUTION = 0.005;
const DANGER = 0.0003;
/** The same of reports, and of what is no post for work; and of invented look-alikes, made to be hard. */
const OF_OTHERS = 0.02;
/** Log odds between which thresholds are looked for. */
const HIGHEST = 4;
const LOWEST = -3;
const STEP = 0.25;
/** Danger is said of what is a lure three times in four, at least. */
const LEAST_DANGER = 1;
/** Who cannot say what a post is after says no more than caution. */
const OUT_OF_REACH = 100;
/** Most steps down that one step up is traded for. */
const TRADED = 4;
/** More steps than there are. */
const NEVER = 255;
/** A collected lure counts as so many invented ones; each by the harm of its scheme. */
const COLLECTED = 3;
const ORDINARY_HARM = 5;

/** What thresholds win (lures) and cost (honest posts, by weight). */
type Outcome = { won: number; cost: number };

/**
 * Lowers the thresholds step by step, always where most lures are won for the honest posts that it
 * costs, until their share is used up; then trades, a step up of one scheme for steps down of
 * another, as long as that wins lures. A market with few posts weighs more a post, so that no
 * market pays for the others.
 */
export function chooseThresholds(
  readings: readonly Reading[],
  odds: Odds,
  limits: Limits,
  { schemes }: Ruleset,
): Thresholds {
  const worth = worthOf(readings, schemes);
  const steps = stepsOf(readings.length, odds, limits);
  const count = (HIGHEST - LOWEST) / STEP;
  const ids = [...odds.keys()];
  // How many steps below the highest each threshold is.
  let down: readonly number[] = ids.map(() => 0);
  for (;;) {
    const now = outcomeOf(down);
    const best = ids
      .map((_, scheme) => moved(down, scheme, 1))
      .filter((next) => Math.max(...next) <= count)
      .map((next) => ({ next, ...outcomeOf(next) }))
      .filter(({ cost }) => cost <= 1)
      .sort((one, two) => ratio(now, two) - ratio(now, one))[0];
    if (!best) break;
    down = best.next;
  }
  for (let better = trade(down); better; better = trade(down)) down = better;
  const caution = new Map(ids.map((id, scheme) => [id, HIGHEST - down[scheme]! * STEP]));
  return { caution, danger: dangerOf(readings, odds, limits, caution, schemes) };

  /** The best thresholds that are one trade away and win more, if there are any. */
  function trade(from: readonly number[]): readonly number[] | undefined {
    let best: { next: readonly number[]; won: number } | undefined;
    let { won } = outcomeOf(from);
    for (const up of ids.keys())
      for (const lower of ids.keys())
        for (let by = 1; by <= TRADED; by++) {
          const next = moved(moved(from, up, -1), lower, by);
          if (up === lower || next[up]! < 0 || next[lower]! > count) continue;
          const outcome = outcomeOf(next);
          if (outcome.cost > 1 || outcome.won <= won) continue;
          won = outcome.won;
          best = { next, won };
        }
    return best?.next;
  }

  function outcomeOf(lowered: readonly number[]): Outcome {
    let [won, cost] = [0, 0];
    for (const [index, value] of worth.entries()) {
      if (!lowered.some((by, scheme) => by >= steps[scheme]![index]!)) continue;
      if (value > 0) won += value;
      else cost -= value;
    }
    return { won, cost };
  }
}

const moved = (down: readonly number[], scheme: number, by: number): number[] =>
  down.map((value, index) => (index === scheme ? value + by : value));

/** A step that wins nothing is taken last, as the way to one that does. */
const ratio = (from: Outcome, { won, cost }: Outcome): number =>
  (won - from.won + 0.01) / (cost - from.cost + 1e-3);

/** By scheme and text: the steps down from the highest threshold after which the text is warned about. */
const stepsOf = (texts: number, odds: Odds, limits: Limits): Uint8Array[] =>
  [...odds].map(([id, values]) =>
    Uint8Array.from({ length: texts }, (_, index) => {
      const needed = Math.ceil((HIGHEST - values[index]!) / STEP);
      return limits.caution.get(id)![index]! > 0 ? Math.min(Math.max(needed, 0), NEVER) : NEVER;
    }),
  );

/** Positive for lures; negative for all others: -1 is all that may be warned about. */
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
    const allowed = market.length === 2 ? CAUTION : OF_OTHERS;
    return -1 / Math.sqrt(markets.get(market)!) / total / allowed;
  });
}

/** What a text that is no lure is counted with: honest posts by market, the rest by kind. */
function marketOf({ label, market, invented }: Reading['sample']): string | undefined {
  if (label === 'scam') return undefined;
  return label !== 'legit' ? label : invented ? 'invented' : market;
}

/**
 * The lowest thresholds of danger that so few honest posts reach: the same for all schemes, then
 * lower for one after the other, the most harmful first.
 */
function dangerOf(
  readings: readonly Reading[],
  odds: Odds,
  limits: Limits,
  caution: Thresholds['caution'],
  schemes: Ruleset['schemes'],
): Thresholds['danger'] {
  const honest = [...readings.keys()].filter((index) => {
    const { label, invented } = readings[index]!.sample;
    return label === 'legit' && !invented;
  });
  const isRare = (danger: Thresholds['danger']) =>
    honest.filter((index) => levelAt(index, odds, limits, { caution, danger }) > 1).length <=
    DANGER * honest.length;
  const ids = [...odds.keys()].sort((one, two) => schemes[two]!.harm - schemes[one]!.harm);
  let danger = new Map(ids.map((id) => [id, id === OTHER ? OUT_OF_REACH : HIGHEST]));
  const lower = (some: readonly string[]) => {
    for (let value = HIGHEST - STEP; value >= LEAST_DANGER; value -= STEP) {
      const next = new Map([...danger, ...some.map((id) => [id, value] as const)]);
      if (!isRare(next)) return;
      danger = next;
    }
  };
  const named = ids.filter((id) => id !== OTHER);
  lower(named);
  for (const id of named) lower([id]);
  return danger;
}
