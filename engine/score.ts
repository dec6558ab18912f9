import type { Post } from '#schema/post.ts';
import type { SchemeSource } from '#schema/rules.ts';
import type { Finding, Level, Verdict } from '#schema/verdict.ts';
import type { Evidence } from './evidence.ts';
import { asks, capLevel, isStrongCounter, LEVELS, outweighs } from './limits.ts';
import type { Ruleset } from './ruleset/types.ts';

/** What one scheme makes of the evidence. */
export type Reading = {
  id: string;
  scheme: SchemeSource;
  points: number;
  level: Level;
  /** The text asks whether an offer is real that would else be warned about. */
  question: boolean;
};

/** The verdict that readings, the worst first, come to. */
export function verdictOf([worst]: Reading[], evidence: Evidence, { version }: Ruleset): Verdict {
  if (!worst) return { level: 'none', score: 0, findings: [], rulesetVersion: version };
  return {
    level: worst.level,
    ...(worst.level === 'none' && !worst.question ? {} : { scheme: worst.id }),
    ...(worst.question ? { question: true } : {}),
    score: worst.points,
    findings: findingsFor(worst.scheme, evidence),
    ...(evidence.listed.length > 0 ? { listed: evidence.listed } : {}),
    rulesetVersion: version,
  };
}

/** What every scheme makes of the evidence, the worst first. */
export function readSchemes(evidence: Evidence, post: Post, ruleset: Ruleset): Reading[] {
  return Object.entries(ruleset.schemes)
    .map(([id, scheme]) => read(id, scheme, evidence, post, ruleset))
    .sort(worstFirst);
}

function read(
  id: string,
  scheme: SchemeSource,
  evidence: Evidence,
  post: Post,
  ruleset: Ruleset,
): Reading {
  const points = pointsOf(scheme, evidence, ruleset);
  const { caution, danger } = scheme.thresholds;
  const reached: Level = points >= danger ? 'danger' : points >= caution ? 'caution' : 'none';
  const level = limitedLevel(reached, scheme, evidence, post, ruleset);
  const question = level !== 'none' && asks(scheme, evidence, ruleset);
  return { id, scheme, points, level: question ? 'none' : level, question };
}

/** The level that a scorecard which reached one may give: required groups, limits, questions. */
export function allowedLevel(...given: Parameters<typeof limitedLevel>): Level {
  const [, scheme, evidence, , ruleset] = given;
  return asks(scheme, evidence, ruleset) ? 'none' : limitedLevel(...given);
}

function limitedLevel(
  reached: Level,
  scheme: SchemeSource,
  evidence: Evidence,
  post: Post,
  ruleset: Ruleset,
): Level {
  if (reached === 'none') return 'none';
  const complete = scheme.requires.every(
    ({ anyOf, atLeast = 1 }) => anyOf.filter((signal) => evidence.has(signal)).length >= atLeast,
  );
  return complete ? capLevel(reached, scheme, evidence, post, ruleset) : 'none';
}

/** Points of a scorecard: each signal once, but outweighed ones, and what combinations add. */
function pointsOf(scheme: SchemeSource, evidence: Evidence, ruleset: Ruleset): number {
  const ignored = outweighs(scheme, evidence, ruleset)
    ? ruleset.signals.filter(isStrongCounter).map(({ id }) => id)
    : [];
  let points = 0;
  for (const signal of evidence.seen.keys())
    if (!ignored.includes(signal)) points += weightOf(scheme, signal);
  for (const { allOf, points: extra } of scheme.combos ?? [])
    if (allOf.every((signal) => evidence.has(signal))) points += extra;
  // Weights have one decimal; a sum of binary fractions has many.
  return Math.round(points * 10) / 10;
}

function worstFirst(a: Reading, b: Reading): number {
  const level = LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level);
  if (level !== 0) return level;
  if (a.question !== b.question) return Number(b.question) - Number(a.question);
  // Below a warning the points alone say which scheme comes closest.
  if (a.level === 'none') return b.points - a.points || compare(a.id, b.id);
  if (isOther(a) !== isOther(b)) return Number(isOther(a)) - Number(isOther(b));
  return weightOfReading(b) - weightOfReading(a) || compare(a.id, b.id);
}

/** The scheme of lures whose kind does not show: shown where no other scheme warns as loudly. */
export const OTHER = 'other';
const isOther = ({ id }: Reading): boolean => id === OTHER;

/**
 * How much speaks for showing this scheme: points above its threshold, and its harm. A step of harm
 * is worth so many points (log odds) that the worse of two likely schemes is shown, not one that is
 * five times less likely.
 */
const HARM = 0.3;
const weightOfReading = ({ scheme, points }: Reading): number =>
  points - scheme.thresholds.caution + HARM * scheme.harm;

function findingsFor(scheme: SchemeSource, evidence: Evidence): Finding[] {
  return [...evidence.seen]
    .map(([signal, seen]) => ({
      signal,
      get quotes() {
        return seen.quotes;
      },
      weight: weightOf(scheme, signal),
    }))
    .sort((a, b) => b.weight - a.weight || compare(a.signal, b.signal));
}

const weightOf = (scheme: SchemeSource, signal: string): number =>
  Object.hasOwn(scheme.weights, signal) ? scheme.weights[signal]! : 0;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
