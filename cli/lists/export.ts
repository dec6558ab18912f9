import { OWN_SOURCE } from '#schema/rules.ts';
import type { IndicatorsSource } from '#schema/ruleset.ts';
import { readArguments } from '../arguments.ts';
import { printProblems } from '../lint.ts';
import { RULES } from '../paths.ts';
import { readRules } from '../rules/read.ts';
import { writeOut } from '../verdict.ts';
import { FORMATS, type Format, isFormat } from './formats.ts';
import { mispEvent, writeMisp } from './misp.ts';
import { writeAbp, writeHosts, writePlain } from './plain.ts';
import { stixBundle, writeStix } from './stix.ts';

const USAGE = `lurewatch export --format FORMAT [--source NAME|all] [--rules FOLDER]
Writes the listed parties to standard output, for others. What a format can't hold is counted.
  --format FORMAT  ${FORMATS.join(', ')}
  --source NAME    a list of others by its name, or all; without it, what we decided ourselves.
                   Mind the licences of the lists: rules/lists/sources.yaml`;

/** `lurewatch export`: the listed parties in a format that others read. */
export async function exportList(args: string[]): Promise<number> {
  const parsed = readArguments(args, USAGE, {
    format: { type: 'string' },
    source: { type: 'string', default: OWN_SOURCE },
    rules: { type: 'string', default: RULES },
  });
  if (typeof parsed === 'number') return parsed;
  const { format, source, rules } = parsed.values;
  if (format === undefined || !isFormat(format) || parsed.positionals.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const { source: ruleset, problems } = readRules(rules);
  printProblems(problems);
  if (problems.length > 0) return 1;
  const { text, missing } = writeList(ruleset.indicators, format, source, ruleset.release.date);
  await writeOut(text.trimEnd());
  if (missing > 0) console.error(`${missing} parties can't be written as ${format}`);
  return 0;
}

/**
 * Listed parties in a format.
 * @param source name of the list whose parties are written, or `all`
 * @param date ISO 8601 day of the rules
 * @returns the text, and how many parties the format has no way to write
 */
export function writeList(
  { listings, entries }: IndicatorsSource,
  format: Format,
  source: string,
  date: string,
): { text: string; missing: number } {
  const chosen = entries
    .map(({ listing, type, value }) => ({ type, value, listing: listings[listing]! }))
    .filter(({ listing }) => source === 'all' || listing.source === source)
    .sort((a, b) => (`${a.type} ${a.value}` < `${b.type} ${b.value}` ? -1 : 1));
  if (format === 'misp' || format === 'stix') {
    const write = format === 'misp' ? writeMisp : writeStix;
    const objects = chosen.flatMap((one) => write(one, one.listing) ?? []);
    const whole = format === 'misp' ? mispEvent(objects, date) : stixBundle(objects, date);
    return { text: `${JSON.stringify(whole, null, 2)}\n`, missing: chosen.length - objects.length };
  }
  const write = { hosts: writeHosts, plain: writePlain, abp: writeAbp }[format];
  const lines = chosen.flatMap((one) => write(one) ?? []);
  const head = `${format === 'abp' ? '!' : '#'} Parties listed by Lurewatch, ${date}`;
  return { text: `${[head, ...lines].join('\n')}\n`, missing: chosen.length - lines.length };
}
