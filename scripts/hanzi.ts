/** Writes `engine/text/hanzi.ts`: which simplified character stands for which traditional one. */
import { writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js';

const standards = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));

/** One character of the basic plane for one, or the same character where there is no such pair. */
function simplified(char: string): string {
  for (const convert of standards) {
    const other = convert(char);
    if (other !== char && other.length === 1) return simplified(other);
  }
  return char;
}

let traditional = '';
let simple = '';
for (let point = 0x3400; point <= 0x9fff; point++) {
  const char = String.fromCharCode(point);
  const other = simplified(char);
  if (other === char) continue;
  traditional += char;
  simple += other;
}

const file = `/**
 * Traditional characters and, at the same place, the simplified ones they fold to.
 * Written by \`scripts/hanzi.ts\` from the dictionaries of opencc-js (Apache-2.0, data of OpenCC).
 */
export const TRADITIONAL =
  '${traditional}';
export const SIMPLIFIED =
  '${simple}';
`;
writeFileSync(new URL('../engine/text/hanzi.ts', import.meta.url), file);
