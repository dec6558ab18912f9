/** Names that most people visit, from files: none of them may be hit by a listed party's hash. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { namesOf, readProtected } from '#listings/protected.ts';
import { z } from '#schema/zod.ts';
import { saltFor } from './indicators.ts';
import type { Rules } from './read.ts';

const WarningList = z.object({ list: z.array(z.string()) });

/** Names of a file: one a line, `rank,name` (Tranco, Majestic), or a MISP warning list; also packed. */
function readNames(file: string): string[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  if (text.trimStart().startsWith('{'))
    return z.parse(WarningList, JSON.parse(text)).list.map((name) => name.replace(/^\./, ''));
  return namesOf(text).map((line) => line.replace(/^\d+,/, '').toLowerCase());
}

/**
 * Chooses the salt so that no popular and no protected name is hit by chance; one that is listed, or
 * below a listed one, is a problem.
 * @param files what is popular; a million names take about a second
 */
export function sparePopular(rules: Rules, folder: string, files: readonly string[]): void {
  const popular = files.flatMap(readNames);
  const { salt, listed } = saltFor(rules.source.indicators, [...readProtected(folder), ...popular]);
  rules.source.indicators.salt = salt;
  for (const name of listed)
    rules.problems.push({
      file: folder,
      message: `${name} is among the popular names, and listed`,
    });
}
