import { createHash } from 'node:crypto';
import { groupsOf } from './groups.ts';
import type { Sample } from './sample.ts';

/** `test` is measured once and never looked at; rules and weights are made with `dev` alone. */
export type Part = 'dev' | 'test';
/** A fifth of the groups is held out. */
const HELD_OUT = 5;

/** A sample with its group of near-duplicates and its part. */
export type Placed = Sample & { group: number; part: Part };

/**
 * Puts whole groups of near-duplicates into parts, by a hash of the group's first text; a group with
 * a text that was written to be held out is held out with it.
 */
export function place(samples: readonly Sample[]): Placed[] {
  const groups = groupsOf(samples);
  const held = new Set(
    [...groups.keys()].filter((index) => isHeld(samples[index]!)).map((index) => groups[index]!),
  );
  return samples.map((sample, index) => {
    const group = groups[index]!;
    const isTest = held.has(group) || hashOf(samples[group]!.text) % HELD_OUT === 0;
    return { ...sample, group, part: isTest ? 'test' : 'dev' };
  });
}

/** A file named so was written to be held out whole. */
const isHeld = ({ source }: Sample): boolean => source.startsWith('held-');

/** A number that depends on the text alone: the same split on every machine. */
export const hashOf = (text: string): number =>
  createHash('sha256').update(text).digest().readUInt32LE(0);
