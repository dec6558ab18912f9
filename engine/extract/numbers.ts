import { digitAt, digitRun } from './digits.ts';

/** Most numbers looked at in one text: far above any honest post, and a bound on hostile ones. */
export const MAX_NUMBERS = 2_000;

/** A number as it stands in a text, with its separators understood. */
export type NumberToken = { start: number; end: number; value: number; isWritten?: boolean };

/** The numbers of a text, in digits and in words, in the order in which they stand. */
export class Numbers {
  readonly #text: string;
  readonly #written: readonly NumberToken[];
  /** The first of them that has not been passed. */
  #first = 0;

  /** @param written numbers in words, as the automaton reports them: by their beginnings. */
  constructor(text: string, written: readonly NumberToken[]) {
    this.#text = text;
    this.#written = written;
  }

  /** Where the next number begins, or -1; `from` never goes back. */
  next(from: number): number {
    const digit = nextDigit(this.#text, from);
    while (this.#written[this.#first] && this.#written[this.#first]!.start < from) this.#first++;
    const words = this.#written[this.#first]?.start ?? -1;
    return digit < 0 || words < 0 ? Math.max(digit, words) : Math.min(digit, words);
  }

  /** The number that begins there; of several in words the longest. */
  at(index: number): NumberToken {
    if (digitAt(this.#text, index) >= 0) return readNumber(this.#text, index);
    let longest = this.#written[this.#first]!;
    for (let at = this.#first; this.#written[at]?.start === index; at++)
      if (this.#written[at]!.end > longest.end) longest = this.#written[at]!;
    return { ...longest, isWritten: true };
  }
}

/** Characters that separate groups of digits or decimals in some locale. */
const SEPARATORS = ".,'’ \u00a0\u202f٬٫،，．";
const DECIMAL_POINTS = '.,٫，．';

/**
 * Reads the number at `index`, which must be a digit. Groups of three (or, as in India, of two
 * before the last three) are thousands; one separator before one or two last digits is a decimal
 * point. A space joins groups only when exactly three digits follow it.
 */
export function readNumber(text: string, index: number): NumberToken {
  const first = digitRun(text, index);
  const groups = [first.digits];
  const marks: string[] = [];
  let end = first.end;
  while (groups.length < 8) {
    const mark = text[end];
    if (mark === undefined || !SEPARATORS.includes(mark) || digitAt(text, end + 1) < 0) break;
    const next = digitRun(text, end + 1);
    const joins = /\s/.test(mark)
      ? next.digits.length === 3 && first.digits.length <= 3 && sameMark(marks, mark)
      : next.digits.length <= 3 || groups.length === 1;
    if (!joins) break;
    groups.push(next.digits);
    marks.push(mark);
    end = next.end;
  }
  return { start: index, end, value: amountOf(groups, marks) };
}

const sameMark = (marks: string[], mark: string): boolean => marks.every((other) => other === mark);

function amountOf(groups: string[], marks: string[]): number {
  const last = groups.at(-1)!;
  const mark = marks.at(-1);
  if (mark === undefined) return Number(last);
  const decimal =
    DECIMAL_POINTS.includes(mark) &&
    last.length !== 3 &&
    (marks.length === 1 || marks.at(-2) !== mark);
  return decimal ? Number(`${groups.slice(0, -1).join('')}.${last}`) : Number(groups.join(''));
}

/** Index of the next digit at or after `from`, or -1. */
export function nextDigit(text: string, from: number): number {
  for (let index = from; index < text.length; index++) if (digitAt(text, index) >= 0) return index;
  return -1;
}
