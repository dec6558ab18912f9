import { hasMaskedWord } from '../text/unmask.ts';

/** A word spelled with foreign look-alike letters or hidden characters. */
export type Disguise = { start: number; end: number };

/** Latin letters that have a Cyrillic or Greek twin; a word mixed of other letters is a loan word. */
const LOOKALIKES = /^[aceopxykmtbhinuABCEHIKMOPTXYZ]+$/;
const suspects = /[\u0370-\u03ff\u0400-\u052f\u200b-\u200d\u2060\ufeff]/;
const hidden = /[\u200b-\u200d\u2060\ufeff]/;

/** Finds words that change twice between scripts (`рaбoта`) or hide characters between letters. */
export function findDisguises(text: string): Disguise[] {
  if (!suspects.test(text)) return [];
  const found: Disguise[] = [];
  for (let start = 0; start < text.length; start++) {
    if (scriptAt(text, start) === undefined) continue;
    let end = start + 1;
    while (scriptAt(text, end) !== undefined || (hidden.test(text[end] ?? '') && end < text.length))
      end++;
    while (hidden.test(text[end - 1]!)) end--;
    if (isDisguised(text.slice(start, end))) found.push({ start, end });
    start = end;
  }
  return found;
}

/** `L` for Latin, `O` for Cyrillic and Greek, `undefined` for anything else. */
function scriptAt(text: string, index: number): 'L' | 'O' | undefined {
  const code = text.charCodeAt(index);
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return 'L';
  return code >= 0x370 && code <= 0x52f ? 'O' : undefined;
}

function isDisguised(word: string): boolean {
  const plain = word.replaceAll(/[\u200b-\u200d\u2060\ufeff]/g, '');
  if (plain.length >= 4 && /^[a-z]+$/i.test(plain) && word.length - plain.length >= 2) return true;
  let changes = 0;
  for (let index = 1; index < plain.length; index++)
    if (scriptAt(plain, index) !== scriptAt(plain, index - 1)) changes++;
  return changes >= 2 && LOOKALIKES.test(plain.replaceAll(/[^a-z]/gi, ''));
}

/** A sign between Han characters, where none belongs: `补*单`, `柬★埔★寨`. */
const PARTED = /\p{sc=Han}[*·_~^&|★☆●■◆]\p{sc=Han}/u;

/** Whether a quoted phrase has digits or signs in the place of letters, or between Han characters. */
export function hidesLetters(quote: string): boolean {
  return PARTED.test(quote) || hasMaskedWord(quote);
}
