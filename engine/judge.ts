import type { Post } from '#schema/post.ts';
import type { Verdict } from '#schema/verdict.ts';
import { detect } from './detect/detect.ts';
import type { Evidence } from './evidence.ts';
import { isStrongCounter } from './limits.ts';
import type { Ruleset } from './ruleset/types.ts';
import { score } from './score.ts';

/** Characters of a text in which one or two phrases are all there is. */
const SHORT = 240;

/** Judges one post. Pure: the same post and ruleset give the same verdict everywhere. */
export function judge(post: Post, ruleset: Ruleset): Verdict {
  const evidence = detect(post, ruleset);
  const verdict = score(evidence, post, ruleset);
  if (verdict.level !== 'none' || !raisesDoubt(post, evidence, ruleset)) return verdict;
  return score(detect(post, ruleset, true), post, ruleset);
}

/**
 * Whether a second, closer look may change what the first one found: something speaks for a lure,
 * or the text is so short that a disguise may cover all of it.
 */
function raisesDoubt({ text }: Post, evidence: Evidence, { signals }: Ruleset): boolean {
  const seen = signals.filter(({ id }) => evidence.has(id));
  if (seen.some(isStrongCounter)) return false;
  return text.length <= SHORT || seen.some(({ kind }) => kind === 'sign');
}
