import { findLinks } from '#engine/extract/links.ts';
import { fold } from '#engine/text/fold.ts';

/** Characters of a shingle: a short word in Latin, two or three words in Chinese or Thai. */
const LENGTH = 5;
/** Characters that are looked at: a lure is short, and what follows is seldom the lure. */
const MOST = 8_000;
/** Fewer shingles than this say nothing: a "call me" is like every other one. */
export const FEWEST = 12;
const SPACE = 0x20;

/**
 * Hashes of all runs of five characters of a text as the engine reads it (case, look-alikes,
 * disguises and scripts' variants are gone), without digits and addresses: those are what the
 * copies of one lure differ in. Unordered; may hold the same hash twice.
 */
export function shinglesOf(text: string): Uint32Array {
  const { units, length } = fold(withoutLinks(text.slice(0, MOST)));
  const kept = new Uint16Array(length);
  let size = 0;
  for (let at = 0; at < length; at++) {
    const unit = units[at]!;
    const isDigit = unit >= 0x30 && unit <= 0x39;
    const isBreak = unit <= SPACE;
    if (isDigit || (isBreak && (size === 0 || kept[size - 1] === SPACE))) continue;
    kept[size++] = isBreak ? SPACE : unit;
  }
  const count = Math.max(0, size - LENGTH + 1);
  const shingles = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    // FNV-1a over the five units, then the finalizer of MurmurHash3.
    let hash = 0x811c9dc5;
    for (let to = at; to < at + LENGTH; to++) hash = Math.imul(hash ^ kept[to]!, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    shingles[at] = hash ^ (hash >>> 16);
  }
  return shingles;
}

function withoutLinks(text: string): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of findLinks(text)) {
    rest += `${text.slice(from, start)} `;
    from = end;
  }
  return rest + text.slice(from);
}
