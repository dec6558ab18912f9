/** The codes of the letters that the phrases use, and the fold table that writes codes. */
import * as kinds from '#engine/text/kinds.ts';
import { type FoldTable, PageList, plainTable } from '#engine/text/table.ts';
import { BREAK, FIRST_DIGIT, type Groups, SPACE as SPACE_CODE } from './codes.ts';
import { groupOfUnit } from './spell.ts';

const SPACE = 0x20;
const DIGITS = '0123456789.';
const MARK = /\p{M}/u;

export interface Alphabet {
  groups: Groups;
  size: number;
  /** The code of each UTF-16 unit that is in a phrase, 0 for all others. */
  codes: Uint16Array;
}

/**
 * Gives the letters of each group codes in a row, the most frequent first.
 * @param counts how often each UTF-16 unit stands in the phrases
 */
export function makeAlphabet(counts: Uint32Array): Alphabet {
  const codes = new Uint16Array(0x10000);
  let next = FIRST_DIGIT;
  for (const digit of DIGITS) codes[digit.charCodeAt(0)] = next++;
  const used = Array.from(counts.keys()).filter((unit) => counts[unit]! > 0 && unit !== SPACE);
  const byUse = used.sort((a, b) => counts[b]! - counts[a]! || a - b);
  const begin = (group: Class): number => {
    const first = next++;
    for (const unit of byUse)
      if (codes[unit] === 0 && classOf(unit) === group) codes[unit] = next++;
    return first;
  };
  const groups = {
    letters: begin('letters'),
    hangul: begin('hangul'),
    open: begin('open'),
    marks: begin('marks'),
  };
  codes[SPACE] = SPACE_CODE;
  return { groups, size: next, codes };
}

/** The UTF-16 unit of each code; 0 for signs and for letters that no phrase has. */
export function unitsOf({ codes, size }: Alphabet): Uint16Array {
  const units = new Uint16Array(size);
  codes.forEach((code, unit) => {
    if (code > 0) units[code] = unit;
  });
  return units;
}

type Class = keyof Groups;

function classOf(unit: number): Class {
  const group = groupOfUnit(unit);
  if (group === kinds.OPEN) return MARK.test(String.fromCharCode(unit)) ? 'marks' : 'open';
  return group === kinds.HANGUL ? 'hangul' : 'letters';
}

function isUnit(cell: number): boolean {
  const kind = kinds.kindOf(cell);
  return (
    (kind >= kinds.DIGIT && kind <= kinds.OPEN) || (kind >= kinds.TAIL_JAMO && kind <= kinds.PAIR)
  );
}

let classes: (Class | undefined)[] | undefined;

/** The class of the unit in each cell of the plain table; undefined where there is none. */
function cellClasses(): (Class | undefined)[] {
  classes ??= Array.from(plainTable().cells, (cell) =>
    isUnit(cell) ? classOf(kinds.symbolOf(cell)) : undefined,
  );
  return classes;
}

/** The fold table with codes in the place of units, so that folding and coding are one step. */
export function fuseTable({ groups, codes }: Alphabet): FoldTable {
  const plain = plainTable();
  const fuse = (cell: number, unitClass: Class | undefined): number => {
    if (unitClass === undefined) return cell;
    // A letter that no phrase has is known by its class only.
    const code = codes[kinds.symbolOf(cell)] || groups[unitClass];
    return kinds.cellOf(kinds.kindOf(cell), code, kinds.rankOf(cell));
  };
  const unitClasses = cellClasses();
  const cells = plain.cells.map((cell, i) => fuse(cell, unitClasses[i]));
  const list = new PageList();
  const numbers: number[] = [];
  for (let at = 0; at < cells.length; at += 128) {
    numbers.push(list.add(cells.subarray(at, at + 128)));
  }
  const expansions = plain.expansions.slice();
  for (let at = 0; at < expansions.length; at += expansions[at]! + 1) {
    const end = at + 1 + expansions[at]!;
    for (let i = at + 1; i < end; i++) {
      const cell = expansions[i]!;
      expansions[i] = fuse(cell, isUnit(cell) ? classOf(kinds.symbolOf(cell)) : undefined);
    }
  }
  return {
    pages: plain.pages.map((page) => numbers[page]!),
    cells: list.concat(),
    expansions,
    gap: SPACE_CODE,
    stop: BREAK,
    point: codes['.'.charCodeAt(0)]!,
  };
}
