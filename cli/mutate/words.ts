import type { Random } from './random.ts';

/** A word of the text and where it stands. */
export type Word = { start: number; end: number; word: string };

/** Links, addresses and names behind `@`: they must still lead where they led. */
const KEPT =
  /https?:\/\/\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@[\w.]+|(?<![\p{L}\p{M}])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?(?![\p{L}\p{M}])/giu;
/** Scripts that put no spaces between words. */
export const OPEN =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
const SPACED = `[[\\p{L}\\p{M}]--${OPEN.source}]`;
/** Letters with their marks; where digits or `_` are attached it is a model or a handle. */
const WORDS = new RegExp(
  `${OPEN.source}+|(?<![\\p{N}_]|${SPACED})${SPACED}+(?![\\p{N}_]|${SPACED})`,
  'gv',
);
const NUMBERS = /(?<![\p{L}\p{N}_.,+-])\d+(?:[.,]\d+)*(?![\p{N}_])/gu;
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The words that may be changed. In scripts without spaces a dictionary parts them. */
export function wordsOf(text: string): Word[] {
  return outside(text, WORDS).flatMap(({ start, word }) => {
    if (!OPEN.test(word) || !/\p{L}/u.test(word))
      return [{ start, end: start + word.length, word }];
    return [...segmenter.segment(word)].map(({ index, segment }) => ({
      start: start + index,
      end: start + index + segment.length,
      word: segment,
    }));
  });
}

/** The numbers that may be changed: not those of links, names and telephones. */
export const numbersOf = (text: string): Word[] =>
  outside(text, NUMBERS).filter(({ word }) => word.replace(/\D/g, '').length <= 7);

/** Single spaces between two words that may be changed. */
export const spacesOf = (text: string): Word[] => {
  const words = wordsOf(text);
  return words.slice(1).flatMap(({ start }, index) => {
    const { end } = words[index]!;
    return start === end + 1 && text[end] === ' ' ? [{ start: end, end: start, word: ' ' }] : [];
  });
};

/** Characters as a reader counts them, each with its marks. */
export const charsOf = (word: string): string[] =>
  Array.from(graphemes.segment(word), ({ segment }) => segment);

/** Changes a share of the given words, at least one where there are any and the share is not 0. */
export function editShare(
  text: string,
  words: Word[],
  share: number,
  random: Random,
  edit: (word: string) => string,
): string {
  const count = share <= 0 ? 0 : Math.max(1, Math.round(share * words.length));
  let edited = '';
  let at = 0;
  for (const { start, end, word } of random.sample(words, count)) {
    edited += text.slice(at, start) + edit(word);
    at = end;
  }
  return edited + text.slice(at);
}

function outside(text: string, pattern: RegExp): Word[] {
  const kept = Array.from(text.matchAll(KEPT), (match) => [
    match.index,
    match.index + match[0].length,
  ]);
  let next = 0;
  const found: Word[] = [];
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    while (next < kept.length && kept[next]![1]! <= start) next++;
    if (next < kept.length && kept[next]![0]! < end) continue;
    found.push({ start, end, word: match[0] });
  }
  return found;
}
