import type { Post } from '#schema/post.ts';
import type { Verdict } from '#schema/verdict.ts';
import { detect } from './detect/detect.ts';
import { isDisguised } from './detect/hidden.ts';
import type { Evidence } from './evidence.ts';
import { isStrongCounter } from './limits.ts';
import type { Ruleset } from './ruleset/types.ts';
import { type Reading, readSchemes, verdictOf } from './score.ts';

/** Characters of a text in which one or two phrases are all there is. */
const SHORT = 240;
/** Who hides from filters writes a message, not an advertisement of pages; a look costs its length. */
const LONG = 1_500;

/** Judges one post. Pure: the same post and ruleset give the same verdict everywhere. */
export function judge(post: Post, ruleset: Ruleset): Verdict {
  const { evidence, readings } = examine(post, ruleset);
  return verdictOf(readings, evidence, ruleset);
}

/** What a post shows, and what every scheme makes of it, the worst first. */
export function examine(post: Post, ruleset: Ruleset): { evidence: Evidence; readings: Reading[] } {
  const first = look(post, ruleset, false);
  const isClear = first.readings[0]?.level !== 'none';
  if (isClear || !raisesDoubt(post, first.evidence, ruleset)) return first;
  return isDisguised(post, ruleset) ? look(post, ruleset, true) : first;
}

function look(post: Post, ruleset: Ruleset, closely: boolean) {
  const evidence = detect(post, ruleset, closely);
  return { evidence, readings: readSchemes(evidence, post, ruleset) };
}

/**
 * Whether a second, closer look may change what the first one found: something speaks for a lure,
 * or the text is so short that a disguise may cover all of it.
 */
function raisesDoubt({ text }: Post, evidence: Evidence, { signals }: Ruleset): boolean {
  if (text.length > LONG) return false;
  const seen = signals.filter(({ id }) => evidence.has(id));
  if (seen.some(isStrongCounter)) return false;
  return text.length <= SHORT || seen.some(({ kind }) => kind === 'sign');
}
