/** From the pieces of a phrase to the symbols that are looked for in a folded text. */
import { fold } from '#engine/text/fold.ts';
import * as kinds from '#engine/text/kinds.ts';
import { plainTable } from '#engine/text/table.ts';
import { MAX_SYMBOLS } from './codes.ts';
import { PhraseError } from './errors.ts';
import type { Piece } from './syntax.ts';

/** Signs among the UTF-16 units of a spelt phrase are below zero. */
export const ANY_ENDING_SIGN = -1;
/** A gap of n words is `GAP_SIGN - n`. */
export const GAP_SIGN = -1;
const SPACE = 0x20;
const LINE_FEED = 0x0a;
/** So many single letters in a row are one word in a text. */
const RUN = 4;

/** The group of word characters that a unit of the normal form belongs to. */
export function groupOfUnit(unit: number): number {
  const { pages, cells } = plainTable();
  const kind = kinds.kindOf(cells[(pages[unit >> 7]! << 7) | (unit & 127)]!);
  if (kind === kinds.TAIL_JAMO) return kinds.HANGUL;
  if (kind === kinds.ORDERED_LETTER) return kinds.LETTER;
  if (kind === kinds.ORDERED_OPEN || kind === kinds.PAIR) return kinds.OPEN;
  if (kind === kinds.STOP) return kinds.DIGIT;
  return kind === kinds.SOFT ? kinds.LETTER : kind;
}

/** A word as it stands in a folded text. */
interface Spelt {
  readonly units: readonly number[];
  /** Groups of its first and last letter. */
  readonly first: number;
  readonly last: number;
  /** A sentence ends in the word, or behind it where another word follows. */
  readonly stops: boolean;
  readonly stopsBefore: boolean;
}

/** Words that were folded before: phrases share theirs, a few alternatives make many phrases. */
export type KnownWords = Map<string, Spelt | undefined>;

function speltWord(word: string): Spelt | undefined {
  const units = [...fold(word).units];
  if (units.length === 0) return undefined;
  return {
    units,
    first: groupOfUnit(units[0]!),
    last: groupOfUnit(units.at(-1)!),
    stops: units.includes(LINE_FEED),
    stopsBefore: fold(`${word} a`).units.includes(LINE_FEED),
  };
}

/**
 * @param known grows with every new word; one for all phrases that are spelt together
 * @throws {PhraseError} when nothing is left of the phrase, or it could never match.
 */
export function spell(line: string, pieces: Piece[], known: KnownWords = new Map()): number[] {
  const symbols: number[] = [];
  let group = 0;
  let singles = 0;
  for (const [i, piece] of pieces.entries()) {
    if ('gap' in piece) {
      symbols.push(GAP_SIGN - piece.gap);
      group = 0;
      singles = 0;
      continue;
    }
    if (!known.has(piece.word)) known.set(piece.word, speltWord(piece.word));
    const word = known.get(piece.word);
    if (!word) continue;
    const { units, first } = word;
    const isLast = i === pieces.length - 1;
    if (isLast ? word.stops : word.stopsBefore) {
      throw fault(line, piece.word, 'a phrase cannot go beyond the end of a sentence');
    }
    singles = units.length === 1 && first === kinds.LETTER ? singles + 1 : 0;
    if (singles === RUN) {
      throw fault(line, piece.word, 'single letters in a row are one word: write them together');
    }
    if (first === group && first !== kinds.OPEN) symbols.push(SPACE);
    for (const unit of units) symbols.push(unit);
    group = word.last;
    if (piece.anyEnding) symbols.push(ANY_ENDING_SIGN);
  }
  return checked(line, symbols);
}

function checked(line: string, symbols: number[]): number[] {
  const isWord = (symbol: number | undefined) => symbol !== undefined && symbol >= 0;
  const isHollow = symbols.some((symbol, i) => symbol < GAP_SIGN && !isWord(symbols[i + 1]));
  if (!isWord(symbols[0]) || isHollow) {
    throw new PhraseError(line, 1, 'nothing is left of a word but punctuation');
  }
  if (symbols.length > MAX_SYMBOLS) {
    throw new PhraseError(line, 1, `a phrase has at most ${MAX_SYMBOLS} letters`);
  }
  return symbols;
}

function fault(line: string, word: string, text: string): PhraseError {
  return new PhraseError(line, Math.max(0, line.indexOf(word)) + 1, text);
}
