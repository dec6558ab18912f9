/** The meaning of a phrase, written plainly and slowly, for tests to hold the scanner against. */
import { fold } from '#engine/text/fold.ts';
import { HANGUL, OPEN } from '#engine/text/kinds.ts';
import { ANY_ENDING_SIGN, GAP_SIGN, groupOfUnit, spell } from './spell.ts';
import { expandPhrase } from './syntax.ts';

const SPACE = 0x20;
const LINE_FEED = 0x0a;

/** All `value start end` that a phrase set has in a text, sorted, none twice. */
export function findAll(phrases: string[], text: string): string[] {
  const { units, length, starts, ends } = fold(text);
  const group = (i: number) =>
    i < 0 || i >= length || units[i] === SPACE || units[i] === LINE_FEED
      ? 0
      : groupOfUnit(units[i]!);
  const isMark = (i: number) => i < length && /\p{M}/u.test(String.fromCharCode(units[i]!));
  const wordEnd = (at: number): number =>
    group(at) === group(at - 1) && group(at) !== OPEN ? wordEnd(at + 1) : at;

  /** Where the phrase may end if its last symbol is before `at`. */
  function partEnd(at: number): number | undefined {
    if (group(at - 1) === OPEN) return group(at) === OPEN && isMark(at) ? undefined : at;
    if (group(at - 1) === HANGUL) return wordEnd(at);
    return group(at) === group(at - 1) ? undefined : at;
  }

  function next(at: number): number {
    let to = at + 1;
    if (group(at) !== OPEN) return wordEnd(to);
    while (group(to) === OPEN && isMark(to)) to++;
    return to;
  }

  function match(symbols: number[], i: number, at: number): number[] {
    const symbol = symbols[i];
    if (symbol === undefined) return [partEnd(at) ?? []].flat();
    if (symbol === ANY_ENDING_SIGN) return match(symbols, i + 1, wordEnd(at));
    if (symbol >= 0)
      return units[at] === symbol && at < length ? match(symbols, i + 1, at + 1) : [];
    const found: number[] = [];
    let left = 4 * (GAP_SIGN - symbol);
    for (let place = partEnd(at); place !== undefined && left >= 0; place = next(place)) {
      if (units[place] === SPACE) place++;
      if (place >= length || units[place] === LINE_FEED) break;
      found.push(...match(symbols, i + 1, place));
      left -= group(place) === OPEN ? 1 : 4;
    }
    return found;
  }

  const hits = new Set<string>();
  phrases.forEach((phrase, value) => {
    for (const pieces of expandPhrase(phrase)) {
      const symbols = spell(phrase, pieces);
      for (let at = 0; at < length; at++) {
        const isStart = group(at) === OPEN ? !isMark(at) : group(at) !== group(at - 1);
        if (!isStart) continue;
        for (const end of match(symbols, 0, at))
          hits.add(`${value} ${starts[at]} ${ends[end - 1]}`);
      }
    }
  });
  return [...hits].sort();
}
