import type { Post } from '#schema/post.ts';
import { mutate } from '../mutate/mutations.ts';
import type { Judged } from './outcome.ts';

/** A lure written as somebody does who hides from filters; `index` is that of the plain one. */
export type Mutant = { mutation: string; index: number; post: Post };

const SEED = 1;

/** Every lure with every mutation that suits its script. */
export function mutantsOf(posts: readonly Post[], indexes: readonly number[]): Mutant[] {
  return indexes.flatMap((index) => {
    const post = posts[index]!;
    return mutate(post.text, { seed: SEED }).map(({ mutation, text }) => ({
      mutation,
      index,
      post: { ...post, text },
    }));
  });
}

/** Recall on lures with one mutation, beside that on the same lures as they were. */
export type MutationRow = { mutation: string; texts: number; plain: number; mutated: number };

/** @param warned whether each mutant was warned about */
export function countMutants(
  mutants: readonly Mutant[],
  warned: readonly boolean[],
  judged: readonly Judged[],
): MutationRow[] {
  const rows = new Map<string, MutationRow>();
  mutants.forEach(({ mutation, index }, at) => {
    for (const name of [mutation, 'all']) {
      const row = rows.get(name) ?? { mutation: name, texts: 0, plain: 0, mutated: 0 };
      row.texts++;
      if (judged[index]!.level !== 'none') row.plain++;
      if (warned[at]) row.mutated++;
      rows.set(name, row);
    }
  });
  return [...rows.values()];
}
