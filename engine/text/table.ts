/** The fold table: what each code point becomes. Two levels, so that most of Unicode costs nothing. */
import { cellOf, EXPAND, PAIR, SOFT, SYLLABLE } from './kinds.ts';
import { foldPoint } from './points.ts';

export interface FoldTable {
  /** For each 128 code points, where their cells begin in `cells`, divided by 128. */
  pages: Uint16Array;
  cells: Uint32Array;
  /** Lists of cells: how many, then the cells. */
  expansions: Uint32Array;
  /** The symbols written between words, between sentences, and for a point inside a number. */
  gap: number;
  stop: number;
  point: number;
}

const PAGE = 128;
/** Planes 0 to 3 and 14 have characters; the pages of the others are all alike. */
const PAGES = 0x110000 / PAGE;

let plain: FoldTable | undefined;

/** The table of the normal form itself: symbols are UTF-16 units. Built at first use. */
export function plainTable(): FoldTable {
  plain ??= build();
  return plain;
}

function build(): FoldTable {
  const cells = new PageList();
  const expansions: number[] = [];
  const uniform = new Map<number, number>();
  const pages = new Uint16Array(PAGES);
  const page = new Uint32Array(PAGE);
  for (let p = 0; p < PAGES; p++) {
    const first = p * PAGE;
    const same = uniformCell(first);
    if (same !== undefined) {
      const known = uniform.get(same);
      pages[p] = known ?? cells.add(page.fill(same));
      uniform.set(same, pages[p]!);
      continue;
    }
    for (let i = 0; i < PAGE; i++) page[i] = pointCell(first + i, expansions);
    pages[p] = cells.add(page);
  }
  return {
    pages,
    cells: cells.concat(),
    expansions: Uint32Array.from(expansions),
    gap: 0x20,
    stop: 0x0a,
    point: 0x2e,
  };
}

/** The cell of a whole page whose characters are all of one kind, to save looking at each. */
function uniformCell(first: number): number | undefined {
  if (first >= 0xac00 && first < 0xd780) return cellOf(SYLLABLE, 0);
  if (first >= 0xe000 && first < 0xf900) return cellOf(SOFT, 0xe000);
  if (first >= 0x2f800 && first < 0x2fa80) return undefined;
  if (first >= 0x20000 && first < 0x40000) return cellOf(PAIR, 0);
  if (first >= 0x40000 && (first < 0xe0000 || first >= 0xf0000)) return cellOf(SOFT, 0xe000);
  return undefined;
}

function pointCell(point: number, expansions: number[]): number {
  if (point >= 0xac00 && point <= 0xd7a3) return cellOf(SYLLABLE, 0);
  // The halves of Han beyond the basic plane.
  if (point >= 0xd800 && point <= 0xdfff) return cellOf(PAIR, point);
  const cells = foldPoint(point);
  if (cells.length === 1) return cells[0]!;
  const at = expansions.length;
  expansions.push(cells.length, ...cells);
  return cellOf(EXPAND, at);
}

/** Pages of cells, each different page kept once. */
export class PageList {
  #byHash = new Map<number, number[]>();
  #pages: Uint32Array[] = [];

  /** Keeps a copy of the page; returns its number. */
  add(page: Uint32Array): number {
    let hash = 0;
    for (const cell of page) hash = Math.imul(hash ^ cell, 0x01000193);
    const alike = this.#byHash.get(hash) ?? [];
    const known = alike.find((number) => this.#pages[number]!.every((cell, i) => cell === page[i]));
    if (known !== undefined) return known;
    this.#byHash.set(hash, [...alike, this.#pages.length]);
    this.#pages.push(page.slice());
    return this.#pages.length - 1;
  }

  concat(): Uint32Array {
    const all = new Uint32Array(this.#pages.length * PAGE);
    this.#pages.forEach((page, i) => {
      all.set(page, i * PAGE);
    });
    return all;
  }
}
