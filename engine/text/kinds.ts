/**
 * What a character is to the fold. A cell of the fold table holds a kind (bits 16 to 23), a symbol
 * (bits 0 to 15) and, for ordered marks, the rank of the mark (bits 24 to 31).
 */
/** Any other punctuation or symbol: parts words. */
export const SOFT = 0;
/** The four groups of word characters; between two different groups no space is needed. */
export const DIGIT = 1;
/** Letters of scripts that part words by spaces, and the marks that stay with them. */
export const LETTER = 2;
/** Hangul jamo: spaced, but particles attach to the word. */
export const HANGUL = 3;
/** Letters of scripts without word spaces: Han, kana, Thai, Lao, Khmer, Burmese. */
export const OPEN = 4;
/** A Hangul syllable, taken apart into jamo by arithmetic. */
export const SYLLABLE = 5;
/** A vowel or final consonant jamo: belongs to the character before it. */
export const TAIL_JAMO = 6;
/** A kept mark whose order among its neighbours Unicode leaves to normalisation. */
export const ORDERED_LETTER = 7;
export const ORDERED_OPEN = 8;
/** Han beyond the basic plane: one symbol for each half of the pair. */
export const PAIR = 9;
/** Stands for several cells, listed in the table's expansions. */
export const EXPAND = 10;
/** Leaves no trace: zero-width and bidi controls, soft hyphen, tatweel. */
export const IGNORED = 11;
/** A mark that is dropped: accents of Latin letters, harakat, nukta, the keycap. */
export const DROPPED_MARK = 12;
/** White space and emoji. */
export const SPACE = 13;
/** A punctuation mark that disguises a word when it stands between its letters: `* _ - ·`. */
export const LINK = 14;
/** The full stop: ends a sentence when a space or the end follows, else links like LINK. */
export const STOP = 15;
/** Comma and its kin: part of a number between digits. */
export const COMMA = 16;
/** Ends a phrase for certain: `! ? 。`, line break, bullet. */
export const HARD = 17;

/** A cell of a table, from its parts. */
export const cellOf = (kind: number, symbol: number, rank = 0): number =>
  ((rank << 24) | (kind << 16) | symbol) >>> 0;
export const kindOf = (cell: number): number => (cell >>> 16) & 0xff;
export const symbolOf = (cell: number): number => cell & 0xffff;
export const rankOf = (cell: number): number => cell >>> 24;

/** Whether a character belongs to the one before it. */
export function isMark(cell: number): boolean {
  const kind = kindOf(cell);
  return (
    kind === DROPPED_MARK || kind === TAIL_JAMO || kind === ORDERED_LETTER || kind === ORDERED_OPEN
  );
}
