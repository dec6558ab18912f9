/** The formats of lists by name, and which of them a file is in. */
import { readMisp } from './misp.ts';
import { ListError, linesOf, type Parsed } from './party.ts';
import { readAbp, readHosts, readPlain } from './plain.ts';
import { readStix } from './stix.ts';

export const FORMATS = ['hosts', 'plain', 'abp', 'misp', 'stix'] as const;
export type Format = (typeof FORMATS)[number];

export const isFormat = (name: string): name is Format =>
  (FORMATS as readonly string[]).includes(name);

/** The format that a file looks like. */
export function formatOf(text: string): Format {
  if (/^\s*[{[]\s*["{]/.test(text)) return /"type"\s*:\s*"bundle"/.test(text) ? 'stix' : 'misp';
  const lines = linesOf(text).map((line) => line.text);
  if (lines.some((line) => line.startsWith('||') || /^\[(Adblock|uBlock|AdGuard)/i.test(line)))
    return 'abp';
  return lines.some((line) => /^(0\.0\.0\.0|127\.0\.0\.1|::1?)\s/.test(line)) ? 'hosts' : 'plain';
}

/**
 * Reads a list.
 * @param today ISO 8601 day
 * @throws {ListError} for a file that is not in the format at all
 */
export function readList(text: string, format: Format, today: string): Parsed {
  switch (format) {
    case 'hosts':
      return readHosts(text);
    case 'plain':
      return readPlain(text);
    case 'abp':
      return readAbp(text);
    default:
      return format === 'misp' ? readMisp(json(text)) : readStix(json(text), today);
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ListError(`no JSON: ${error instanceof Error ? error.message : error}`);
  }
}
