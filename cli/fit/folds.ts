import { hashOf, type Placed } from '../corpus/split.ts';

/** Number of parts into which texts are put for cross-validation. */
const FOLDS = 5;

/** Near-duplicates share a fold. */
export const byGroup = ({ source, group }: Placed): number => hashOf(`${source} ${group}`) % FOLDS;

/** All texts of one origin share a fold, so that each is judged by what others taught. */
export const byOrigin = ({ origin }: Placed): number =>
  hashOf(origin.replace(/^us-en-emscad-.*/, 'us-en-emscad')) % FOLDS;

/** Calls `learnt` for each fold with what was learnt without it, and the texts that it holds. */
export function crossFit<T>(
  folds: readonly number[],
  learn: (indexes: number[]) => T,
  learnt: (model: T, indexes: number[]) => void,
): void {
  for (let fold = 0; fold < FOLDS; fold++) {
    const inside: number[] = [];
    const outside: number[] = [];
    folds.forEach((other, index) => {
      (other === fold ? inside : outside).push(index);
    });
    if (inside.length > 0) learnt(learn(outside), inside);
  }
}
