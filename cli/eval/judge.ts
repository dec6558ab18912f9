import { examine } from '#engine/judge.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import { verdictOf } from '#engine/score.ts';
import type { Post } from '#schema/post.ts';
import type { Outcome } from './outcome.ts';

/** Judges a post as the extension does, and keeps what an evaluation needs of it. */
export function outcomeOf(post: Post, ruleset: Ruleset): Outcome {
  const { evidence, readings } = examine(post, ruleset);
  const { level, findings } = verdictOf(readings, evidence, ruleset);
  const [worst] = readings;
  return {
    level,
    scheme: worst?.id ?? '',
    odds: worst ? (worst.scheme.base ?? 0) + worst.points : -Infinity,
    findings: findings.map(({ signal, weight, quotes }) => ({
      signal,
      weight,
      quotes: quotes.map(({ text }) => text),
    })),
  };
}
