/** All mutations, and texts run through them. */
import * as alphabets from './alphabets.ts';
import * as gaps from './gaps.ts';
import * as letters from './letters.ts';
import { type Mutation, type WordMutation, wordMutation } from './mutation.ts';
import { emojiDigits } from './numbers.ts';
import { makeRandom } from './random.ts';
import * as scripts from './scripts.ts';
import { spacesOf } from './words.ts';

export type { Mutation } from './mutation.ts';

/** Share of the words that a mutation changes where nobody says otherwise: what posters do. */
export const SHARE = 0.3;

const EMOJI = ['🔥', '💰', '✅', '🎉', '💵'];

const emojiBetween = wordMutation(
  {
    id: 'emoji-between',
    says: 'emoji in the place of spaces: high🔥pay',
    takes: () => true,
    edit: (_, random) => random.pick(EMOJI),
  },
  spacesOf,
);

const OF_WORDS: WordMutation[] = [
  letters.lookalikes,
  letters.twins,
  letters.leet,
  letters.repeated,
  letters.capitals,
  alphabets.bold,
  alphabets.fullwidth,
  alphabets.enclosed,
  alphabets.smallCapitals,
  alphabets.regional,
  alphabets.struck,
  gaps.spaced,
  gaps.dotted,
  gaps.zeroWidth,
  gaps.softHyphens,
  gaps.hyphenated,
  gaps.split,
  gaps.broken,
  gaps.symbols,
  gaps.emojiInside,
];

const mixed = wordMutation({
  id: 'mixed',
  says: 'each word by another of the mutations of words',
  takes: (word) => OF_WORDS.some((mutation) => mutation.takes(word)),
  edit: (word, random) =>
    random.pick(OF_WORDS.filter((mutation) => mutation.takes(word))).edit(word, random),
});

/** Every mutation, in the order in which they are listed. */
export const MUTATIONS: readonly Mutation[] = [
  ...OF_WORDS,
  emojiBetween,
  emojiDigits,
  scripts.traditional,
  scripts.simplified,
  scripts.noAccents,
  scripts.noTones,
  mixed,
];

/** A text and the mutation that it went through. */
export type Mutated = { mutation: string; text: string };
export type MutateOptions = {
  /** All of them where none are named. */
  mutations?: readonly Mutation[];
  seed: number;
  share?: number;
};

/**
 * The text once for each mutation that has something to change in it. The same text, seed and
 * share give the same answer, whatever other mutations or texts are asked for.
 */
export function mutate(text: string, options: MutateOptions): Mutated[] {
  const { mutations = MUTATIONS, seed, share = SHARE } = options;
  return mutations
    .filter((mutation) => mutation.applies(text))
    .map((mutation) => ({
      mutation: mutation.id,
      text: mutation.apply(text, makeRandom(seed, `${mutation.id}\n${text}`), share),
    }));
}
