import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that repeats: the same seed and name give the same numbers on every machine. */
export type Random = {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  /** One of the items; the list must not be empty. */
  pick<T>(items: readonly T[]): T;
  /** `count` of the items, or all where there are fewer; in the order they came. */
  sample<T>(items: readonly T[], count: number): T[];
};

/** @param name what the numbers are for: other names with the same seed get other numbers. */
export function makeRandom(seed: number, name = ''): Random {
  const generator = xoroshiro128plus(hash(seed, name));
  const below = (limit: number) => uniformInt(generator, 0, limit - 1);
  return {
    below,
    pick: (items) => items[below(items.length)]!,
    sample(items, count) {
      let wanted = Math.min(count, items.length);
      return items.filter((_, index) => {
        if (below(items.length - index) >= wanted) return false;
        wanted--;
        return true;
      });
    },
  };
}

/** FNV-1a, so that neighbouring seeds and names share nothing. */
function hash(seed: number, name: string): number {
  let value = 0x811c9dc5 ^ seed;
  for (let index = 0; index < name.length; index++)
    value = Math.imul(value ^ name.charCodeAt(index), 0x01000193);
  return value | 0;
}
