/** Takes out what stands inside one word or number. */

/**
 * Writes `gap` over the points that only group digits: `8,000` and `8.000` are 8000, `1,00,000` is
 * 100000; in `2.5` the point stays. A comma has been written as a point before.
 */
export function markGrouping(
  symbols: Uint16Array,
  from: number,
  to: number,
  point: number,
  gap: number,
): void {
  let isGrouped = false;
  let digits = 0;
  for (let i = to - 1; i >= from; i--) {
    if (symbols[i] !== point) {
      digits++;
      continue;
    }
    isGrouped = digits === 3 || (digits === 2 && isGrouped);
    if (isGrouped) symbols[i] = gap;
    digits = 0;
  }
}

/** Removes a symbol between `from` and `to`, with its start; returns the new length. */
export function removeAll(
  symbol: number,
  symbols: Uint16Array,
  starts: Uint32Array,
  from: number,
  to: number,
  length: number,
): number {
  let end = from;
  for (let i = from; i < length; i++) {
    if (i < to && symbols[i] === symbol) continue;
    symbols[end] = symbols[i]!;
    starts[end++] = starts[i]!;
  }
  return end;
}
