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
  let variants = [''];
  for (const choice of choices(line)) {
    if (variants.length * choice.texts.length > MAX_EXPANSIONS) {
      const fault = `a line stands for at most ${MAX_EXPANSIONS} phrases; write several lines`;
      throw new PhraseError(line, choice.column, fault);
    }
    variants = variants.flatMap((start) => choice.texts.map((text) => start + text));
  }
  const plain = new Set(variants.map(spacedOnce));
  return [...plain].map((text) => pieces(line, text));
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

/** The pieces of one plain phrase. */
function pieces(line: string, text: string): Piece[] {
  // Most phrases have no gap, and a line stands for dozens.
  if (text !== '' && !text.includes('{') && !text.includes('}'))
    return text.split(' ').map((part) => word(line, part));
  const row: Piece[] = [];
  const loose = /[{}]/.exec(text.replace(/\{[0-9]+\}/g, ''));
  if (loose) throw fault(line, loose[0], 'a gap is written {n}, n a number of words');
  for (const part of text.split(/(\{[0-9]+\})| /)) {
    if (!part) continue;
    if (part.startsWith('{')) row.push(gap(line, part));
    else row.push(word(line, part));
  }
  const gaps = row.filter((piece) => 'gap' in piece).length;
  if (gaps > MAX_GAPS) throw fault(line, '{', `a phrase has at most ${MAX_GAPS} gaps`);
  const isEdge = (piece: Piece | undefined) => piece === undefined || 'gap' in piece;
  if (isEdge(row[0])) throw fault(line, '{', 'a phrase begins with a word');
  if (isEdge(row.at(-1))) throw fault(line, '{', 'a phrase ends with a word');
  if (row.some((piece, i) => 'gap' in piece && isEdge(row[i + 1]))) {
    throw fault(line, '{', 'a gap next to a gap');
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
