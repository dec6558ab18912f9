/** The words of a text that make it most like lures, as quotes. */
import { BREAK, SPACE } from '../phrases/codes.ts';
import type { FoldedView } from '../phrases/scan.ts';

/** Most quotes of one field, and the symbols of one quote: about six words. */
const MOST = 3;
const LONGEST = 40;

/** Where a quote begins and ends: the first symbol, and the one after the last. */
export type Span = { from: number; to: number };

/** The spans with the largest sums of shares, the largest first; none overlap. */
export function strongestSpans(folded: FoldedView, shares: Float32Array): Span[] {
  const { symbols } = folded;
  const spans = sentences(symbols, shares.length)
    .map((sentence) => bestSpan(symbols, shares, sentence))
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => b.sum - a.sum || a.from - b.from);
  return spans.slice(0, MOST).map(({ from, to }) => ({ from, to }));
}

function sentences(symbols: Uint16Array, length: number): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (let at = 0; at <= length; at++) {
    if (at < length && symbols[at] !== BREAK) continue;
    if (at > from) found.push({ from, to: at });
    from = at + 1;
  }
  return found;
}

/** The stretch of whole words, `LONGEST` at most, with the largest sum. */
function bestSpan(
  symbols: Uint16Array,
  shares: Float32Array,
  { from, to }: Span,
): Span & { sum: number } {
  const anywhere = isLong(symbols, from, to);
  let best = { from, to: Math.min(to, from + LONGEST), sum: -Infinity };
  for (let start = from; start < to; start++) {
    if (start > from && symbols[start - 1] !== SPACE && !anywhere) continue;
    let sum = 0;
    for (let end = start; end < to && end - start < LONGEST; end++) {
      sum += shares[end]!;
      const ends = end + 1 === to || symbols[end + 1] === SPACE || anywhere;
      if (ends && sum > best.sum) best = { from: start, to: end + 1, sum };
    }
  }
  return best;
}

/** A sentence without a space in reach is of a script without them: a quote may begin anywhere. */
const isLong = (symbols: Uint16Array, from: number, to: number): boolean =>
  to - from > LONGEST && !symbols.subarray(from, from + LONGEST).includes(SPACE);
