/** The phrase syntax of docs/rule-authors.md: from a line to the plain phrases it stands for. */
import { PhraseError } from './errors.ts';

/** A word, any ending of it allowed or not; or a gap of up to so many words. */
export type Piece = { word: string; anyEnding: boolean } | { gap: number };

export const MAX_LINE = 400;
export const MAX_EXPANSIONS = 64;
export const MAX_GAPS = 2;
export const MAX_GAP = 6;

const OPEN_LETTER =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

/**
 * All plain phrases that a line stands for, each a list of pieces, without repetitions.
 * @throws {PhraseError} naming the fault and its column.
 */
export function expandPhrase(line: string): Piece[][] {
  if (line.length > MAX_LINE) {
    throw new PhraseError(line, MAX_LINE + 1, `a line has at most ${MAX_LINE} characters`);
  }
  const row = choices(line);
  let count = 1;
  for (const { texts, column } of row) {
    count *= texts.length;
    if (count > MAX_EXPANSIONS) {
      const fault = `a line stands for at most ${MAX_EXPANSIONS} phrases; write several lines`;
      throw new PhraseError(line, column, fault);
    }
  }
  return count > 1 && isOfWholeWords(row) ? byWords(line, row) : byLetters(line, row);
}

/** Choices between whole words, as most are: their words are taken apart once, and put together. */
function byWords(line: string, row: readonly Choice[]): Piece[][] {
  let variants: Piece[][] = [[]];
  for (const { texts } of row) {
    const parts = texts.map((text) => partsOf(line, text));
    variants = variants.flatMap((start) => parts.map((part) => [...start, ...part]));
  }
  for (const variant of variants) checkShape(line, variant);
  return variants;
}

/** A choice may stand within a word: `work(er|ing)`, or between letters without spaces. */
function byLetters(line: string, row: readonly Choice[]): Piece[][] {
  let variants = [''];
  for (const { texts } of row)
    variants = variants.flatMap((start) => texts.map((text) => start + text));
  const plain = new Set(variants.map(spacedOnce));
  return [...plain].map((text) => checkShape(line, partsOf(line, text)));
}

/** Is every choice set apart by spaces or gaps, and no alternative there twice? */
function isOfWholeWords(row: readonly Choice[]): boolean {
  const known = new Set<string>();
  return row.every(({ texts }, index) => {
    if (texts.length === 1) return true;
    const isApart =
      /(^|[\s}])$/.test(row[index - 1]?.texts.at(-1) ?? '') &&
      /^($|[\s{])/.test(row[index + 1]?.texts[0] ?? '');
    const isNew = texts.every((text) => !known.has(text.trim()) && known.add(text.trim()));
    return isApart && isNew && (row[index - 1]?.texts.length ?? 1) === 1;
  });
}

/** With single spaces, and none at the ends. */
const spacedOnce = (text: string): string => {
  const trimmed = text.trim();
  return /\s\s|[^\S ]/.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
};

interface Choice {
  column: number;
  texts: string[];
}

/** The line as a row of choices: plain text has one text, `[a]` two, `(a|b)` as many as it lists. */
function choices(line: string): Choice[] {
  const row: Choice[] = [];
  let at = 0;
  while (at < line.length) {
    const char = line[at]!;
    if (char === '(' || char === '[') {
      const end = closing(line, at, char === '(' ? ')' : ']');
      row.push({ column: at + 1, texts: bracketTexts(line, at, end) });
      at = end + 1;
      continue;
    }
    if (char === ')' || char === ']' || char === '|') {
      throw new PhraseError(line, at + 1, `"${char}" without a bracket before it`);
    }
    const rest = line.slice(at);
    const length = rest.search(/[()[\]|]/);
    row.push({ column: at + 1, texts: [length < 0 ? rest : rest.slice(0, length)] });
    at += length < 0 ? rest.length : length;
  }
  return row;
}

function closing(line: string, open: number, close: string): number {
  for (let at = open + 1; at < line.length; at++) {
    const char = line[at]!;
    if (char === close) return at;
    if ('()[]'.includes(char)) throw new PhraseError(line, at + 1, 'brackets inside brackets');
  }
  throw new PhraseError(line, open + 1, `"${line[open]}" is never closed`);
}

function bracketTexts(line: string, open: number, end: number): string[] {
  const texts = line.slice(open + 1, end).split('|');
  const column = open + 1;
  if (texts.some((text) => text.trim() === '')) {
    throw new PhraseError(line, column, 'an empty choice');
  }
  if (line[open] === '[') return ['', ...texts];
  if (texts.length < 2) throw new PhraseError(line, column, '"( )" needs a choice: (one|another)');
  return texts;
}

/** The words and gaps of a text. */
function partsOf(line: string, text: string): Piece[] {
  // Most texts have no gap.
  if (!text.includes('{') && !text.includes('}'))
    return text.split(/\s+/).flatMap((part) => (part ? [word(line, part)] : []));
  const loose = /[{}]/.exec(text.replace(/\{[0-9]+\}/g, ''));
  if (loose) throw fault(line, loose[0], 'a gap is written {n}, n a number of words');
  return text
    .split(/(\{[0-9]+\})|\s/)
    .flatMap((part) => (part ? [part.startsWith('{') ? gap(line, part) : word(line, part)] : []));
}

/** Gives the pieces of one plain phrase back. @throws {PhraseError} where gaps are out of place */
function checkShape(line: string, row: Piece[]): Piece[] {
  const isEdge = (piece: Piece | undefined) => piece === undefined || 'gap' in piece;
  if (isEdge(row[0])) throw fault(line, '{', 'a phrase begins with a word');
  let gaps = 0;
  for (const [index, piece] of row.entries()) {
    if (!('gap' in piece)) continue;
    if (++gaps > MAX_GAPS) throw fault(line, '{', `a phrase has at most ${MAX_GAPS} gaps`);
    const next = row[index + 1];
    if (next === undefined) throw fault(line, '{', 'a phrase ends with a word');
    if ('gap' in next) throw fault(line, '{', 'a gap next to a gap');
  }
  return row;
}

function gap(line: string, part: string): Piece {
  const size = Number(part.slice(1, -1));
  if (size < 1 || size > MAX_GAP) throw fault(line, part, `a gap is {1} to {${MAX_GAP}}`);
  return { gap: size };
}

function word(line: string, part: string): Piece {
  const star = part.indexOf('*');
  if (star < 0) return { word: part, anyEnding: false };
  if (star === 0 || star < part.length - 1) {
    throw fault(line, '*', '"*" stands at the end of a word');
  }
  if (OPEN_LETTER.test(part)) {
    throw fault(line, '*', '"*" has no use in scripts without spaces between words');
  }
  return { word: part.slice(0, -1), anyEnding: true };
}

function fault(line: string, sign: string, text: string): PhraseError {
  return new PhraseError(line, Math.max(0, line.indexOf(sign)) + 1, text);
}
