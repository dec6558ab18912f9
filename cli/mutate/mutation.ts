import type { Random } from './random.ts';
import { editShare, type Word, wordsOf } from './words.ts';

/** One way in which posters hide words from filters and keep them readable for people. */
export type Mutation = {
  id: string;
  /** What it does, in words, for `lurewatch mutate --list`. */
  says: string;
  /** Whether the text has anything that it can change. */
  applies(text: string): boolean;
  /** The text with about this share (0 to 1) of what it can change, changed. */
  apply(text: string, random: Random, share: number): string;
};

/** A mutation that changes single words. */
export type WordMutation = Mutation & {
  /** Whether it can change this word. */
  takes(word: string): boolean;
  edit(word: string, random: Random): string;
};

/** Makes a mutation of words from what it does to one. */
export function wordMutation(
  parts: Pick<WordMutation, 'id' | 'says' | 'takes' | 'edit'>,
  find: (text: string) => Word[] = wordsOf,
): WordMutation {
  const { takes, edit } = parts;
  const eligible = (text: string) => find(text).filter(({ word }) => takes(word));
  return {
    ...parts,
    applies: (text) => eligible(text).length > 0,
    apply: (text, random, share) =>
      editShare(text, eligible(text), share, random, (word) => edit(word, random)),
  };
}

/** Latin letters without accents. */
export const isPlainLatin = (word: string): boolean => /^[a-z]{3,}$/i.test(word);
/** A word of a script with spaces, long enough to be worth hiding. */
export const isSpaced = (word: string): boolean =>
  /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{M}]{4,}$/u.test(word);
