/** Something put between the letters of a word. */
import { isSpaced, wordMutation } from './mutation.ts';
import type { Random } from './random.ts';
import { charsOf, OPEN } from './words.ts';

const DOTS = ['.', '-', '_', '*', '·'];
const HIDDEN = ['\u200b', '\u200c', '\u2060', '\ufeff'];
const SIGNS = ['*', '.', '-', '/', '_', '·', '+', '~', '★', '|', '•'];
const EMOJI = ['🔥', '💰', '✅', '❤️', '💵'];

const isOpen = (word: string): boolean => OPEN.test(word) && charsOf(word).length >= 2;

const isSyllables = (word: string): boolean => /^\p{sc=Hang}{3,}$/u.test(word);
const isLong = (word: string): boolean => isSpaced(word) || isOpen(word) || isSyllables(word);

/** Parts the characters at one to three places inside the word. */
function part(word: string, sign: string, random: Random, most = 3): string {
  const chars = charsOf(word);
  const inner = chars.slice(1).map((_, index) => index + 1);
  const places = random.sample(inner, random.below(Math.min(most, inner.length)) + 1);
  return chars.map((char, index) => (places.includes(index) ? sign + char : char)).join('');
}

export const spaced = wordMutation({
  id: 'spaced',
  says: 'a space between all letters: s a l a r y, ง า น',
  takes: isLong,
  edit: (word) => charsOf(word).join(' '),
});

export const dotted = wordMutation({
  id: 'dotted',
  says: 'the same sign between all letters: s.a.l.a.r.y, t-e-l-e',
  takes: (word) => isSpaced(word) || isSyllables(word),
  edit: (word, random) => charsOf(word).join(random.pick(DOTS)),
});

export const zeroWidth = wordMutation({
  id: 'zero-width',
  says: 'characters without width inside words',
  takes: isLong,
  edit: (word, random) => part(word, random.pick(HIDDEN), random),
});

export const softHyphens = wordMutation({
  id: 'soft-hyphens',
  says: 'hyphens that show at the end of a line only',
  takes: isSpaced,
  edit: (word, random) => part(word, '\u00ad', random),
});

export const hyphenated = wordMutation({
  id: 'hyphenated',
  says: 'a sign inside a word: sal-ary, tele.gram, sal/ary',
  takes: isSpaced,
  edit: (word, random) => part(word, random.pick(['-', '.', '*', '_', '/', "'"]), random, 1),
});

export const split = wordMutation({
  id: 'split',
  says: 'a space inside a word: sal ary',
  takes: (word) => isSpaced(word) || isSyllables(word),
  edit: (word, random) => part(word, ' ', random, 1),
});

export const broken = wordMutation({
  id: 'broken',
  says: 'a line break inside a word, with or without a hyphen',
  takes: (word) => isSpaced(word) && word.length >= 5,
  edit: (word, random) => part(word, random.pick(['\n', '-\n']), random, 1),
});

export const symbols = wordMutation({
  id: 'symbols',
  says: 'signs between characters of scripts without spaces: 柬*埔*寨',
  takes: isOpen,
  edit: (word, random) => charsOf(word).join(random.pick(SIGNS)),
});

export const emojiInside = wordMutation({
  id: 'emoji-inside',
  says: 'an emoji inside a word: sal🔥ary, 柬🔥埔寨',
  takes: isLong,
  edit: (word, random) => part(word, random.pick(EMOJI), random, 1),
});
