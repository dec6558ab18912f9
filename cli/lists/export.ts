import { FORMATS, isFormat } from '#listings/formats.ts';
import { writeList } from '#listings/write.ts';
import { OWN_SOURCE } from '#schema/listing.ts';
import { readArguments } from '../arguments.ts';
import { printProblems } from '../lint.ts';
import { RULES } from '../paths.ts';
import { readRules } from '../rules/read.ts';
import { writeOut } from '../verdict.ts';

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
