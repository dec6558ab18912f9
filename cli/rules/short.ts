import { PhraseError } from '#engine/phrases/errors.ts';
import { groupOfUnit } from '#engine/phrases/spell.ts';
import type { Piece } from '#engine/phrases/syntax.ts';
import { fold } from '#engine/text/fold.ts';
import * as kinds from '#engine/text/kinds.ts';

/** So many letters tell a word from the short words of other languages. */
const ENOUGH = 3;
/** More characters than this leave at least so many letters. */
const PLAINLY_LONG = 8;
/** Scripts with word spaces whose letters are whole syllables. */
const SYLLABLES = /\p{scx=Ethi}/u;

/** Letters of a word up to `ENOUGH`; so many, too, where another script or a digit stands in it. */
function lettersOf(word: string): number {
  let letters = 0;
  for (const unit of fold(word).units) {
    const group = groupOfUnit(unit);
    if (group === kinds.SPACE) continue;
    if (group !== kinds.LETTER || ++letters === ENOUGH) return ENOUGH;
  }
  return letters;
}

/**
 * Refuses phrases of one or two letters: every phrase is looked for in every text, and once
 * folded "от" (Russian: from) is the "OT" of an overtime pay.
 * @param known grows with every new word: a line repeats its words dozens of times
 * @throws {PhraseError} unless a digit or another script stands in it too.
 */
export function refuseShort(
  line: string,
  pieces: Piece[],
  known: Map<string, number> = new Map(),
): void {
  let letters = 0;
  for (const piece of pieces) {
    if ('gap' in piece || piece.word.length > PLAINLY_LONG || SYLLABLES.test(piece.word)) return;
    const own = known.get(piece.word) ?? lettersOf(piece.word);
    known.set(piece.word, own);
    letters += own;
    if (letters >= ENOUGH) return;
  }
  if (letters === 0) return;
  const words = pieces.map((piece) => ('gap' in piece ? '' : piece.word)).join(' ');
  const fault = `"${words}": a word of one or two letters means something else in another language; add a second word`;
  throw new PhraseError(line, Math.max(0, line.indexOf(words)) + 1, fault);
}
