/** `rules/lists/`: lists of others, with their name, reason, licence and last day. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalForm } from '#engine/indicators/normal.ts';
import { IndicatorType, OWN_SOURCE } from '#schema/listing.ts';
import { ListSource } from '#schema/rules.ts';
import { z } from '#schema/zod.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './yaml.ts';

/** A party of a list, and the line on which it stands. */
export interface ListedLine {
  readonly type: IndicatorType;
  readonly value: string;
  readonly line: number;
}

/** A list as it stands in the rules. */
export interface ImportedList {
  readonly source: ListSource;
  readonly file: string;
  readonly parties: readonly ListedLine[];
}

export const sourcesFile = (rules: string): string => join(rules, 'lists', 'sources.yaml');
export const listFile = (rules: string, id: string): string => join(rules, 'lists', `${id}.txt`);

/** The lists; what is broken goes to `problems` and is left out. */
export function readLists(rules: string, problems: Problem[]): ImportedList[] {
  const folder = join(rules, 'lists');
  const file = sourcesFile(rules);
  if (!existsSync(folder)) return [];
  const sources = existsSync(file) ? (readYaml(file, z.array(ListSource), problems) ?? []) : [];
  const known = new Set(['sources.yaml', ...sources.map(({ id }) => `${id}.txt`)]);
  for (const name of readdirSync(folder))
    if (!known.has(name))
      problems.push({ file: join(folder, name), message: 'belongs to no list in sources.yaml' });
  return sources.flatMap((source) => {
    if (source.name === OWN_SOURCE)
      problems.push({
        file,
        message: `${source.id}: no list of others has the name ${OWN_SOURCE}`,
      });
    const path = listFile(rules, source.id);
    if (existsSync(path)) return [{ source, file: path, parties: readParties(path, problems) }];
    problems.push({ file, message: `${source.id}.txt is missing` });
    return [];
  });
}

/** Lines `type value`, in normal form, sorted, each once. */
function readParties(file: string, problems: Problem[]): ListedLine[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  if (lines.pop() !== '') problems.push({ file, line: lines.length + 1, message: 'has no end' });
  return lines.flatMap((text, index) => {
    const line = index + 1;
    const [name, value = '', ...rest] = text.split(' ');
    const type = z.safeParse(IndicatorType, name);
    const isSound = type.success && rest.length === 0 && value !== '';
    if (!isSound || normalForm(type.data, value) !== value) {
      problems.push({ file, line, message: `no party in its normal form: ${text.slice(0, 80)}` });
      return [];
    }
    if (index > 0 && text <= lines[index - 1]!)
      problems.push({ file, line, message: 'out of order, or twice' });
    return [{ type: type.data, value, line }];
  });
}
