/** The codes of the letters that the phrases use, and the fold table that writes codes. */
import * as kinds from '#engine/text/kinds.ts';
import { type FoldTable, PageList, plainTable } from '#engine/text/table.ts';
import { ANY_ENDING, BREAK, FIRST_DIGIT, GAP, type Groups, SPACE as SPACE_CODE } from './codes.ts';
import { ANY_ENDING_SIGN, GAP_SIGN, groupOfUnit } from './spell.ts';

const SPACE = 0x20;
const DIGITS = '0123456789.';
const MARK = /\p{M}/u;

export interface Alphabet {
  groups: Groups;
  size: number;
  /** The code of a symbol of a spelt phrase. */
  code(symbol: number): number;
}

/** Gives the letters of each group codes in a row, the most frequent first. */
export function makeAlphabet(phrases: number[][]): Alphabet {
  const counts = new Map<number, number>();
  for (const phrase of phrases) {
    for (const unit of phrase) if (unit >= 0) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  const codes = new Map<number, number>();
  let next = FIRST_DIGIT;
  for (const digit of DIGITS) codes.set(digit.charCodeAt(0), next++);
  const byUse = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || a - b);
  const begin = (belongs: (unit: number) => boolean): number => {
    const first = next++;
    for (const unit of byUse) {
      if (unit !== SPACE && !codes.has(unit) && belongs(unit)) codes.set(unit, next++);
    }
    return first;
  };
  const groups = {
    letters: begin((unit) => groupOfUnit(unit) === kinds.LETTER),
    hangul: begin((unit) => groupOfUnit(unit) === kinds.HANGUL),
    open: begin((unit) => groupOfUnit(unit) === kinds.OPEN && !isMark(unit)),
    marks: begin((unit) => groupOfUnit(unit) === kinds.OPEN && isMark(unit)),
  };
  return {
    groups,
    size: next,
    code(symbol) {
      if (symbol === SPACE) return SPACE_CODE;
      if (symbol === ANY_ENDING_SIGN) return ANY_ENDING;
      if (symbol < GAP_SIGN) return GAP + GAP_SIGN - symbol;
      return codes.get(symbol) ?? unknownCode(groups, symbol);
    },
  };
}

function isMark(unit: number): boolean {
  return MARK.test(String.fromCharCode(unit));
}

/** The code of a letter that no phrase has. */
function unknownCode(groups: Groups, unit: number): number {
  const group = groupOfUnit(unit);
  if (group === kinds.OPEN) return isMark(unit) ? groups.marks : groups.open;
  return group === kinds.HANGUL ? groups.hangul : groups.letters;
}

/** The fold table with codes in the place of units, so that folding and coding are one step. */
export function fuseTable(alphabet: Alphabet): FoldTable {
  const plain = plainTable();
  const fuse = (cell: number): number => {
    const kind = kinds.kindOf(cell);
    const isUnit =
      (kind >= kinds.DIGIT && kind <= kinds.OPEN) ||
      (kind >= kinds.TAIL_JAMO && kind <= kinds.PAIR);
    if (!isUnit) return cell;
    return kinds.cellOf(kind, alphabet.code(kinds.symbolOf(cell)), kinds.rankOf(cell));
  };
  const list = new PageList();
  const numbers: number[] = [];
  for (let at = 0; at < plain.cells.length; at += 128) {
    numbers.push(list.add(plain.cells.subarray(at, at + 128).map(fuse)));
  }
  const expansions = plain.expansions.slice();
  for (let at = 0; at < expansions.length; at += expansions[at]! + 1) {
    const end = at + 1 + expansions[at]!;
    for (let i = at + 1; i < end; i++) expansions[i] = fuse(expansions[i]!);
  }
  return {
    pages: plain.pages.map((page) => numbers[page]!),
    cells: list.concat(),
    expansions,
    gap: SPACE_CODE,
    stop: BREAK,
    point: alphabet.code('.'.charCodeAt(0)),
  };
}
