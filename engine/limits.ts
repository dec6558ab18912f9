import type { Post } from '#schema/post.ts';
import type { SchemeSource } from '#schema/rules.ts';
import type { Level } from '#schema/verdict.ts';
import type { Evidence } from './evidence.ts';
import type { Ruleset, SignalEntry } from './ruleset/types.ts';

/** Levels, mildest first. */
export const LEVELS: readonly Level[] = ['none', 'caution', 'danger'];

/** Different weak signs that may together reach caution where nothing stronger is seen. */
const MANY_WEAK = 3;
/** Signals with a meaning of their own in the rules below. */
const LISTED = 'listed-party';
const ASKS = 'asks-if-scam';

const atMost = (level: Level, limit: Level): Level =>
  LEVELS[Math.min(LEVELS.indexOf(level), LEVELS.indexOf(limit))]!;
const lower = (level: Level): Level => LEVELS[Math.max(0, LEVELS.indexOf(level) - 1)]!;

/**
 * Holds a level down, whatever the weights say:
 * - places alone say nothing; a scheme needs a sign that is not the name of a place;
 * - weak signs alone reach caution at most, and only three different ones together;
 * - one sign alone warns only if it is strong, and then at caution, but for a listed party;
 * - a list card warns on a moderate or strong sign only, and at caution unless one is strong;
 * - a text that warns, reports or tells its own story is no lure, but for a listed party;
 * - somebody who asks whether an offer is real gets one level less.
 */
export function capLevel(
  reached: Level,
  scheme: SchemeSource,
  evidence: Evidence,
  post: Post,
  ruleset: Ruleset,
): Level {
  const listed = evidence.has(LISTED) && (scheme.weights[LISTED] ?? 0) > 0;
  const seen = ruleset.signals.filter(({ id }) => evidence.has(id));
  const signs = seen.filter(({ id, kind }) => kind === 'sign' && (scheme.weights[id] ?? 0) > 0);
  if (signs.every(({ id }) => evidence.seen.get(id)!.placeOnly)) return 'none';
  let level = atMost(reached, limitOf(signs, listed, post.kind === 'card'));
  if (!listed && seen.some(({ kind, strength }) => kind === 'counter' && strength === 'strong'))
    level = 'none';
  return evidence.has(ASKS) ? lower(level) : level;
}

function limitOf(signs: SignalEntry[], listed: boolean, card: boolean): Level {
  if (listed) return 'danger';
  const strong = signs.some(({ strength }) => strength === 'strong');
  const firm = strong || signs.some(({ strength }) => strength === 'moderate');
  if (!firm) return !card && signs.length >= MANY_WEAK ? 'caution' : 'none';
  if (signs.length === 1) return strong ? 'caution' : 'none';
  return card && !strong ? 'caution' : 'danger';
}
