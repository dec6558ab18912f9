/**
 * The letters behind signs that stand for them. A second look at a text begins here, never the
 * first: what is plain to somebody who reads `h1gh s@lary` would spoil honest names and models.
 */

/** What a digit or sign stands for inside a word. A 1 may be an `l` too: the walk takes both. */
const MEANT: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
/** Scripts in which signs pass for letters; beside others digits are just digits: `35岁`. */
const LETTER = '[\\p{sc=Latn}\\p{sc=Cyrl}\\p{sc=Grek}]';
/** A word of letters and such signs; `!` counts between letters only, for it ends sentences. */
const MASKED = new RegExp(`(?:${LETTER}|[\\d@$]|(?<=${LETTER})!(?=${LETTER}))+`, 'gu');
const SIGN = /[013457@$!]/g;
/** A sign beside a letter: most texts have none, and are done with at once. */
const BESIDE = /[013457@$!](?=\p{L})|[013457@$](?<=\p{L}.)/u;
/** A letter three times or more. */
const REPEATED = /(\p{L})\1{2,}/giu;
const OPEN =
  '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}]';
/** A bullet between two characters of a script without spaces: no word needs one. */
const PARTED = new RegExp(`[|•‣◦▪▫●○■□◆◇★☆✦✧^~](?<=${OPEN}.)(?=${OPEN})`, 'gu');
/** Leaves no trace in the normal form. */
const NOTHING = '\u00ad';

/**
 * The text with letters for the digits and signs inside words, at most two of a repeated letter,
 * and no bullets between characters of scripts without spaces. Just as long as the text: what
 * stands at a place there stands at the same place here.
 */
export function unmask(text: string): string {
  let plain = text;
  if (BESIDE.test(plain))
    plain = plain.replace(MASKED, (word) =>
      isMasked(word) ? word.replace(SIGN, (sign) => MEANT[sign]!) : word,
    );
  if (hasRow(plain)) plain = plain.replace(REPEATED, shortened);
  return plain.replace(PARTED, '*');
}

/** Whether a unit stands three times in a row: quick to see, and seldom so. */
function hasRow(text: string): boolean {
  let row = 0;
  let last = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index) | 0x20;
    row = unit === last && unit > 0x60 ? row + 1 : 0;
    if (row === 2) return true;
    last = unit;
  }
  return false;
}

/** The first and the last of a row of letters, with nothing in the place of the others. */
function shortened(row: string, letter: string): string {
  const { length } = letter;
  return row.slice(0, length) + NOTHING.repeat(row.length - 2 * length) + row.slice(-length);
}

/** Whether a text has a word in which digits or signs stand for letters. */
export const hasMaskedWord = (text: string): boolean => (text.match(MASKED) ?? []).some(isMasked);

/** More letters than signs, and all signs to be read: no price, model or address. */
function isMasked(word: string): boolean {
  const signs = word.match(SIGN)?.length ?? 0;
  if (signs === 0 || /[2689]/.test(word)) return false;
  const letters = word.match(/\p{L}/gu)?.length ?? 0;
  // A digit at the end of a short name counts: `mp3`.
  return letters > (/\d$/.test(word) ? Math.max(2, signs) : signs);
}
