/** What one code point folds to: compatibility form, no accents, small, no look-alikes. */
import * as kinds from './kinds.ts';
import { cellOf } from './kinds.ts';
import { LOOKALIKES } from './lookalikes.ts';

const OPEN_SCRIPT =
  /\p{scx=Han}|\p{scx=Hira}|\p{scx=Kana}|\p{scx=Bopo}|\p{scx=Thai}|\p{scx=Laoo}|\p{scx=Khmr}|\p{scx=Mymr}|\p{scx=Tale}|\p{scx=Talu}|\p{scx=Lana}|\p{scx=Tavt}/u;
const WORD = /[\p{L}\p{M}\p{Nl}\p{No}]/u;
const MARK = /\p{M}/u;
/** Marks without which people write the same word: accents, harakat, nukta. Not the kana voicing marks. */
const DROPPED =
  /[\p{sc=Zinh}\p{sc=Zyyy}\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Ethi}\p{sc=Hang}\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc\u0c3c]/u;
const VOICING = /[\u3099\u309a]/;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u0640\u180a\p{Variation_Selector}]/u;
const BLANK =
  /[\p{Z}\t\p{Extended_Pictographic}\p{Emoji_Presentation}\p{Regional_Indicator}\p{Emoji_Modifier}]/u;
const SENTENCE_END = new Set('!?‼⁇。؟۔।॥။។៕།።፧፨՞');
const BULLET = new Set('|•‣⁃◦▪▫●○■□◆◇►▸▹➤➢➔➜❖✦✧★☆\n\r\v\f\u0085\u2028\u2029');
/** A leader of list items that must not be taken for a link between letters. */
const LINKING = new Set('*_-‐‑‒–—−·・‧∙⋅˙~');
const IN_NUMBERS = new Set(",٫٬،'’`");
/** A letter of a script beyond the basic plane that has no look-alike: known only as a letter. */
const OTHER_LETTER = 0xfffd;
/** Any punctuation mark or symbol above the general ones. */
const RARE_SIGN = 1;

/** The cells that a code point becomes; none of them is an expansion. At least one. */
export function foldPoint(point: number): number[] {
  const cells = [...String.fromCodePoint(point).normalize('NFKD')].flatMap((char) =>
    [...plainLetters(char)].flatMap(classify),
  );
  const letters = cells.filter((cell) => isWord(cell));
  // An accented letter is one letter, and its accent is nothing: no list of two needed.
  if (letters.length === 1 && cells.every((cell) => isWord(cell) || isNothing(cell)))
    return letters;
  return cells.length === 0 ? [cellOf(kinds.IGNORED, 0)] : cells;
}

function isWord(cell: number): boolean {
  const kind = kinds.kindOf(cell);
  return kind >= kinds.DIGIT && kind <= kinds.ORDERED_OPEN;
}

function isNothing(cell: number): boolean {
  const kind = kinds.kindOf(cell);
  return kind === kinds.IGNORED || kind === kinds.DROPPED_MARK;
}

/** Case and look-alikes of one decomposed character folded away. */
function plainLetters(char: string): string {
  const plain = LOOKALIKES.get(char);
  if (plain !== undefined) return plain;
  const lower = char.toLowerCase().normalize('NFKD');
  return lower === char ? char : [...lower].map(plainLetters).join('');
}

/** The cells of one decomposed, plain character: two for Han beyond the basic plane, else one. */
function classify(char: string): number | number[] {
  const isFarHan = char.length === 2 && /\p{sc=Han}/u.test(char);
  if (isFarHan) return [0, 1].map((half) => cellOf(kinds.OPEN, char.charCodeAt(half)));
  return classifyOne(char);
}

function classifyOne(char: string): number {
  const point = char.codePointAt(0)!;
  if (point >= 0xd800 && point <= 0xdfff) return cellOf(kinds.SPACE, RARE_SIGN);
  // Only whether two signs are the same counts, and only for common ones.
  const symbol = point < 0x2070 ? point : RARE_SIGN;
  if (/\p{Nd}/u.test(char)) return cellOf(kinds.DIGIT, 0x30 + digitValue(point));
  if (SENTENCE_END.has(char) || BULLET.has(char)) return cellOf(kinds.HARD, symbol);
  if (char === '.') return cellOf(kinds.STOP, symbol);
  if (IN_NUMBERS.has(char)) return cellOf(kinds.COMMA, symbol);
  if (LINKING.has(char)) return cellOf(kinds.LINK, symbol);
  if (point >= 0x1160 && point <= 0x11ff && point !== 0x1160)
    return cellOf(kinds.TAIL_JAMO, symbol);
  if (point === OTHER_LETTER) return cellOf(kinds.LETTER, point);
  if (INVISIBLE.test(char)) return cellOf(kinds.IGNORED, 0);
  if (WORD.test(char)) return classifyWord(char, point);
  if (/\p{Z}|\t/u.test(char)) return cellOf(kinds.SPACE, 0x20);
  if (BLANK.test(char)) return cellOf(kinds.SPACE, symbol);
  return cellOf(kinds.SOFT, symbol);
}

function classifyWord(char: string, point: number): number {
  const isMark = MARK.test(char);
  if (isMark && DROPPED.test(char) && !VOICING.test(char)) return cellOf(kinds.DROPPED_MARK, 0);
  if (point >= 0xd7b0 && point <= 0xd7ff) return cellOf(kinds.TAIL_JAMO, point);
  if (/\p{sc=Hang}/u.test(char)) return cellOf(kinds.HANGUL, point & 0xffff);
  const isOpen = OPEN_SCRIPT.test(char);
  if (point > 0xffff) return cellOf(isOpen ? kinds.OPEN : kinds.LETTER, OTHER_LETTER);
  const rank = isMark ? markRank(char) : 0;
  if (rank > 0) return cellOf(isOpen ? kinds.ORDERED_OPEN : kinds.ORDERED_LETTER, point, rank);
  return cellOf(isOpen ? kinds.OPEN : kinds.LETTER, point);
}

function digitValue(point: number): number {
  let first = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return (point - first) % 10;
}

/** Marks in ascending combining class, to measure others by: the engine has no table of classes. */
const REFERENCES = [
  ...'\u0334\u093c\u3099\u094d\u05b0\u05b1\u05b2\u05b3\u05b4\u05b5\u05b6\u05b7\u05b8\u05b9\u05bb\u05bc\u05bd\u05bf\u05c1\u05c2\ufb1e\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0711\u0c55\u0c56\u0e38\u0e48\u0eb8\u0ec8\u0f71\u0f72\u0f74\u0321\u1dce\u031b\u1dfa\u0316\u059a\u302e\u1d16d\u05ae\u0301\u0315\u035c\u035d\u0345',
];

/** Where normalisation sorts a mark among others: 0 for a mark that never moves. */
function markRank(mark: string): number {
  const last = REFERENCES[REFERENCES.length - 1]!;
  if ((last + mark).normalize('NFD') === last + mark) return 0;
  let rank = 1;
  for (const reference of REFERENCES) {
    if ((reference + mark).normalize('NFD') === reference + mark) rank++;
  }
  return rank;
}
