import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { stringify } from 'yaml';
import { FORMATS, formatOf, isFormat, readList } from '#listings/formats.ts';
import { ListError, type Parsed, type Party } from '#listings/party.ts';
import { faultOf, readProtected } from '#listings/protected.ts';
import { ListSource } from '#schema/rules.ts';
import { z } from '#schema/zod.ts';
import { readArguments } from '../arguments.ts';
import { printProblems } from '../lint.ts';
import { RULES } from '../paths.ts';
import { listFile, readLists, sourcesFile } from '../rules/lists.ts';
import type { Problem } from '../rules/problem.ts';
import { readYaml } from '../rules/yaml.ts';

const USAGE = `lurewatch import FILE… --source ID --name NAME --url URL --licence SPDX --reason TEXT
                 --expires DAY [--retrieved DAY] [--format FORMAT] [--rules FOLDER]
Takes a list of others into the rules, in place of what was imported from the same source before.
What may not be listed (public suffixes, large lawful hosts: rules/protected/) is left out and named.
  FILE             a hosts file, plain list, list of an ad blocker, MISP event or STIX 2.1 bundle
  --source ID      short name; the parties go to rules/lists/ID.txt
  --name NAME      as its makers call it: readers are told "Listed by NAME"
  --reason TEXT    what its entries are listed for, for readers ("investment fraud")
  --expires DAY    last day on which it is believed; import a newer one before
  --format FORMAT  ${FORMATS.join(', ')}; found out if not given`;

const OPTIONS = {
  source: { type: 'string' },
  name: { type: 'string' },
  url: { type: 'string' },
  licence: { type: 'string' },
  reason: { type: 'string' },
  expires: { type: 'string' },
  retrieved: { type: 'string' },
  format: { type: 'string' },
  rules: { type: 'string', default: RULES },
} as const;

const HEAD =
  '# Lists of others, written by `lurewatch import`. What each list names is in its own file.\n';

/** `lurewatch import`: a list of others, with its name, reason, licence and last day. */
export function importList(args: string[]): number {
  const parsed = readArguments(args, USAGE, OPTIONS);
  if (typeof parsed === 'number') return parsed;
  const { source: id, format, rules, ...about } = parsed.values;
  const today = new Date().toISOString().slice(0, 10);
  const source = z.safeParse(ListSource, { id, retrieved: today, ...about });
  if (parsed.positionals.length === 0 || (format !== undefined && !isFormat(format))) {
    console.error(USAGE);
    return 2;
  }
  if (!source.success) {
    for (const { path, message } of source.error.issues)
      console.error(`--${path.join('.')}: ${message}`);
    console.error(USAGE);
    return 2;
  }
  const known: Problem[] = [];
  readLists(rules, known);
  const parties: Party[] = [];
  for (const file of parsed.positionals) {
    const read = readFile(file, format, today);
    if (!read) return 1;
    parties.push(...read.parties);
    for (const { at, text } of read.left.slice(0, 10))
      console.error(`${file}: ${at}: not taken: ${text.slice(0, 120)}`);
    if (read.left.length > 0) console.error(`${file}: ${read.left.length} not taken in all`);
  }
  const names = readProtected(rules);
  const lines = new Set<string>();
  let refused = 0;
  for (const { type, value } of parties) {
    const fault = faultOf(type, value, names);
    if (fault === undefined) lines.add(`${type} ${value}`);
    else if (refused++ < 10) console.error(`${type} ${value} ${fault}`);
  }
  if (lines.size === 0) {
    console.error('nothing to list: nothing is written');
    return 1;
  }
  if (!writeSources(rules, source.data)) return 1;
  writeFileSync(listFile(rules, source.data.id), `${[...lines].sort().join('\n')}\n`);
  const double = parties.length - refused - lines.size;
  console.log(
    `${source.data.name}: ${lines.size} listed until ${source.data.expires}; ${refused} may not be listed, ${double} stood there twice`,
  );
  return 0;
}

/** Undefined where the file can't be read; the reason is printed. */
function readFile(file: string, format: string | undefined, today: string): Parsed | undefined {
  try {
    const bytes = readFileSync(file);
    const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    return readList(
      text,
      format !== undefined && isFormat(format) ? format : formatOf(text),
      today,
    );
  } catch (error) {
    const isKnown = error instanceof ListError || (error instanceof Error && 'code' in error);
    if (!isKnown) throw error;
    console.error(`${file}: ${error.message}`);
    return undefined;
  }
}

/** Puts a source into `sources.yaml`; false where that file is broken, which is printed. */
function writeSources(rules: string, source: ListSource): boolean {
  const file = sourcesFile(rules);
  const problems: Problem[] = [];
  const known = existsSync(file) ? readYaml(file, z.array(ListSource), problems) : [];
  printProblems(problems);
  if (!known) return false;
  const others = known.filter(({ id }) => id !== source.id);
  const sorted = [...others, source].sort((a, b) => (a.id < b.id ? -1 : 1));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, HEAD + stringify(sorted, { lineWidth: 100 }));
  return true;
}
