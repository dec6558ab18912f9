/** Opens a compiled phrase set: views over its bytes, and no work for each phrase. */
import { BREAK, SPACE } from './codes.ts';
import { BundleError } from './errors.ts';
import { Phrases } from './scan.ts';
import { readSections } from './sections.ts';

/**
 * Opens bytes written by `compilePhrases`. Bytes whose head is right but whose tables are damaged
 * open too; scanning with them reports wrong hits or none, but stays in bounds and ends.
 * @throws {BundleError} for any other bytes
 */
export function openPhrases(bytes: Uint8Array): Phrases {
  const sections = readSections(bytes);
  const filter = sections.words('filter');
  const bits = 32 * filter.length;
  if (bits === 0 || (bits & (bits - 1)) !== 0) {
    throw new BundleError('the filter has no power of two of bits');
  }
  const table = {
    pages: sections.halves('pages'),
    cells: sections.words('cells'),
    expansions: sections.words('expansions'),
    gap: SPACE,
    stop: BREAK,
    point: sections.parameter('point'),
  };
  const groups = {
    letters: sections.parameter('letters'),
    hangul: sections.parameter('hangul'),
    open: sections.parameter('open'),
    marks: sections.parameter('marks'),
  };
  const trie = {
    slots: sections.numbers('slots'),
    checks: sections.halves('checks'),
    tails: sections.halves('tails'),
  };
  const starts = { filter, firsts: sections.bytes('firsts') };
  const views = { values: sections.words('values'), units: sections.halves('units') };
  return new Phrases(table, groups, trie, starts, views);
}
