import { detect } from '#engine/detect/detect.ts';
import type { Evidence } from '#engine/evidence.ts';
import { wordFields } from '#engine/fields.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import { Grams } from '#engine/wording/grams.ts';
import type { Post } from '#schema/post.ts';
import type { Placed } from '../corpus/split.ts';
import { textPost } from '../post.ts';

/** What a text shows: its signals, and the n-grams of its title and words. */
export type Reading = { sample: Placed; post: Post; evidence: Evidence; buckets: Int32Array };

/** Reads every text with a ruleset that has no text model. */
export function readTexts(
  samples: readonly Placed[],
  ruleset: Ruleset,
  told: (done: number) => void,
): Reading[] {
  return samples.map((sample, index) => {
    if (index % 500 === 0) told(index);
    const post = postOf(sample);
    return { sample, post, evidence: detect(post, ruleset), buckets: bucketsOf(post, ruleset) };
  });
}

/** The post of a sample, as the command line judges one. */
export function postOf({ id, title, text }: Placed): Post {
  return { ...textPost(id, text), ...(title ? { title } : {}) };
}

const grams = new Grams();

/** The different buckets of a post's title and words. */
function bucketsOf(post: Post, { phrases }: Ruleset): Int32Array {
  const found = new Set<number>();
  for (const { field, text } of wordFields(post)) {
    if (field !== 'title' && field !== 'text') continue;
    phrases.scan(text, () => {});
    grams.read(phrases.folded);
    for (const bucket of grams.buckets.subarray(0, grams.count)) found.add(bucket);
  }
  return Int32Array.from(found);
}
