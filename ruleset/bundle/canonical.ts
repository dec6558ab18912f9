/**
 * Canonical lines: one JSON value each, with sorted keys and no spaces, in the order of their code
 * units. The same content has one text only, so that texts can be compared, signed and patched.
 */
import { canonicalJson } from '#engine/ruleset/canonical.ts';
import { TextError } from './errors.ts';

/** The value of a line. @throws {TextError} unless it is the canonical form of that value */
export function parseLine(line: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new TextError('not-canonical', `no JSON: ${shortened(line)}`);
  }
  // Finds double keys, spaces and numbers that lose digits, all at once.
  if (canonicalJson(value) !== line)
    throw new TextError('not-canonical', `not canonical: ${shortened(line)}`);
  return value;
}

/** Head and body of a text. @throws {TextError} unless the body is sorted, without double lines */
export function splitText(text: string): { head: string; lines: string[] } {
  if (!text.endsWith('\n')) throw new TextError('not-canonical', 'the last line has no end');
  const [head = '', ...lines] = text.slice(0, -1).split('\n');
  for (let at = 1; at < lines.length; at++)
    if (lines[at - 1]! >= lines[at]!)
      throw new TextError('not-canonical', `out of order: ${shortened(lines[at]!)}`);
  return { head, lines };
}

/** A text of a head and lines, which are sorted here; double lines count once. */
export const joinText = (head: string, lines: Iterable<string>): string =>
  `${[head, ...[...new Set(lines)].sort()].join('\n')}\n`;

/** Enough of a line to find it by. */
export const shortened = (line: string): string =>
  line.length > 80 ? `${line.slice(0, 80)}…` : line;
