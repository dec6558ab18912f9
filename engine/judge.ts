import type { Post } from '#schema/post.ts';
import type { Verdict } from '#schema/verdict.ts';
import { detect } from './detect/detect.ts';
import type { Ruleset } from './ruleset/types.ts';
import { score } from './score.ts';

/** Judges one post. Pure: the same post and ruleset give the same verdict everywhere. */
export function judge(post: Post, ruleset: Ruleset): Verdict {
  return score(detect(post, ruleset), post, ruleset);
}
