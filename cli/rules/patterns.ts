import type { Adapter } from '#schema/adapter.ts';

/** A repeated group that itself repeats something without bound: time may double by the character. */
const runaway = /\((?:[^()\\]|\\.)*(?:[+*]|\{\d+,\})(?:[^()\\]|\\.)*\)(?:[+*]|\{\d+,)/;

/** What is wrong with a pattern on addresses and ids, if anything. */
function faultOf(pattern: string): string | undefined {
  try {
    new RegExp(pattern);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return runaway.test(pattern) ? 'repeats a group that repeats: it may take forever' : undefined;
}

/** Faults of a site's patterns, each with the pattern. */
export function patternFaults({ posts }: Adapter): string[] {
  return posts
    .flatMap(({ paths = [], idPattern }) => [...paths, ...(idPattern ? [idPattern] : [])])
    .flatMap((pattern) => {
      const fault = faultOf(pattern);
      return fault === undefined ? [] : [`pattern ${pattern}: ${fault}`];
    });
}
