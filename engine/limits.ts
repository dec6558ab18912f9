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
const DENIES = 'denies-scam';
const CONTACT = 'off-platform-contact';
/** Strong signs that, beside a contact, outweigh one warning word. */
const OUTWEIGH = 2;

const atMost = (level: Level, limit: Level): Level =>
  LEVELS[Math.min(LEVELS.indexOf(level), LEVELS.indexOf(limit))]!;

/**
 * Holds a level down, whatever the weights say:
 * - places alone say nothing, nor does the wording as a whole; a scheme needs another sign;
 * - weak signs alone reach caution at most, and only three different ones together;
 * - one sign alone warns only if it is strong, and then at caution, but for a listed party;
 * - a list card warns on a moderate or strong sign only, and at caution unless one is strong;
 * - a text that warns, reports or tells its own story is no lure, but for a listed party, and for
 *   a lure that says "beware of scammers" (`outweighs`), which is held at caution.
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
  const said = signs.filter((signal) => !isWording(signal));
  if (said.every(isPlace)) return 'none';
  const card = post.kind === 'card';
  // However alike the wording, it is one sign; of a card's few words it is none.
  const counted = card ? said : [...said, ...signs.filter(isWording).slice(0, 1)];
  let level = atMost(reached, limitOf(counted, listed, card));
  if (!listed && seen.some(isStrongCounter))
    level = outweighs(scheme, evidence, ruleset) ? atMost(level, 'caution') : 'none';
  return level;
}

/**
 * Somebody asks whether an offer is real: the offer is explained, and nobody is accused. A lure that
 * asks the question itself to answer it ("Is this a scam? No!") is no such text, nor is one that
 * names a listed party.
 */
export function asks(scheme: SchemeSource, evidence: Evidence, ruleset: Ruleset): boolean {
  if (!evidence.has(ASKS) || evidence.has(LISTED) || evidence.has(DENIES)) return false;
  return !(evidence.has(CONTACT) && strongSigns(scheme, evidence, ruleset) >= OUTWEIGH);
}

/**
 * A lure may say "beware of scammers" too. A single such place in the text gives way where several
 * strong signs and a private contact stand together; those who truly warn say so more than once,
 * or have nobody to write to.
 */
export function outweighs(scheme: SchemeSource, evidence: Evidence, ruleset: Ruleset): boolean {
  if (!evidence.has(CONTACT)) return false;
  const seen = ruleset.signals.filter(({ id }) => evidence.has(id));
  const places = seen.filter(isStrongCounter).flatMap(({ id }) => evidence.seen.get(id)!.quotes);
  return places.length === 1 && strongSigns(scheme, evidence, ruleset) >= OUTWEIGH;
}

const strongSigns = (scheme: SchemeSource, evidence: Evidence, ruleset: Ruleset): number =>
  ruleset.signals.filter(
    ({ id, kind, strength }) =>
      kind === 'sign' && strength === 'strong' && evidence.has(id) && (scheme.weights[id] ?? 0) > 0,
  ).length;

/** The text model speaks of the wording as a whole, and is never believed alone. */
const isWording = ({ matchers }: SignalEntry): boolean =>
  matchers?.some((matcher) => matcher.startsWith('text-model')) ?? false;

/** The name of a place, from `rules/places/` or in a language's own words. */
const isPlace = ({ matchers }: SignalEntry): boolean =>
  matchers?.some((matcher) => matcher.startsWith('place-')) ?? false;

/** A text with such a signal is no lure by itself. */
export const isStrongCounter = ({ kind, strength }: SignalEntry): boolean =>
  kind === 'counter' && strength === 'strong';

function limitOf(signs: SignalEntry[], listed: boolean, card: boolean): Level {
  if (listed) return 'danger';
  const strong = signs.some(({ strength }) => strength === 'strong');
  const firm = strong || signs.some(({ strength }) => strength === 'moderate');
  if (!firm) return !card && signs.length >= MANY_WEAK ? 'caution' : 'none';
  if (signs.length === 1) return strong ? 'caution' : 'none';
  return card && !strong ? 'caution' : 'danger';
}
