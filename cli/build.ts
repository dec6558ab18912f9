import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeIndicatorsText } from '#ruleset/bundle/indicators-text.ts';
import { writeRulesText } from '#ruleset/bundle/rules-text.ts';
import type { Texts } from '#ruleset/update/texts.ts';
import type { RulesetSource } from '#schema/ruleset.ts';
import { readArguments } from './arguments.ts';
import { gzip } from './gzip.ts';
import { checkRules, printProblems } from './lint.ts';
import { BUILT, RULES } from './paths.ts';
import { sparePopular } from './rules/popular.ts';
import { readRules } from './rules/read.ts';

const USAGE = `lurewatch build [--rules FOLDER] [--out FOLDER]
Checks the rules, runs their cases and writes what is signed and shipped (rules.txt,
indicators.txt, each also packed) and what runs (ruleset.bin).
  --rules FOLDER  another folder than rules/
  --out FOLDER    another folder than .output/ruleset/
  --popular FILE  names that no listed party may hit, not even by chance: one a line, or rank,name
                  (the lists of Tranco and Majestic, for instance); may be given several times`;

/** `lurewatch build`: writes the ruleset only if nothing is wrong with it. */
export function build(args: string[]): number {
  const parsed = readArguments(args, USAGE, {
    rules: { type: 'string' },
    out: { type: 'string' },
    popular: { type: 'string', multiple: true },
  });
  if (typeof parsed === 'number') return parsed;
  const { rules: folder = RULES, out = BUILT } = parsed.values;
  const built = buildRuleset(folder, parsed.values.popular);
  if (!built) return 1;
  const { source, texts, compiled, cases } = built;
  mkdirSync(out, { recursive: true });
  for (const [name, text] of Object.entries(texts)) {
    writeFileSync(join(out, `${name}.txt`), text);
    writeFileSync(join(out, `${name}.txt.gz`), gzip(text));
  }
  writeFileSync(join(out, 'ruleset.bin'), compiled);
  writeFileSync(join(out, 'release.json'), releaseOf(source, compiled));
  console.log(describe(source, cases, compiled.length, Buffer.byteLength(texts.rules)));
  return 0;
}

/** A ruleset with which nothing is wrong: as it is signed, and as it runs. */
export interface Built {
  readonly source: RulesetSource;
  readonly texts: Texts;
  readonly compiled: Uint8Array;
  /** How many cases were judged as they must be. */
  readonly cases: number;
}

/**
 * Builds the rules of a folder; prints what is wrong with them, if anything, and gives nothing then.
 * @param popular files of names that no listed party may hit
 */
export function buildRuleset(folder: string, popular: string[] = []): Built | undefined {
  const rules = readRules(folder);
  if (popular.length > 0) sparePopular(rules, folder, popular);
  const { count, bytes } = checkRules(rules);
  printProblems(rules.problems);
  if (rules.problems.length > 0) {
    console.error(`${rules.problems.length} problems: nothing is written`);
    return undefined;
  }
  const texts = {
    rules: writeRulesText(rules.source),
    indicators: writeIndicatorsText(rules.source.indicators),
  };
  return { source: rules.source, texts, compiled: bytes, cases: count };
}

/** What the extension's build needs to know of the ruleset that it packs. */
function releaseOf({ release }: RulesetSource, compiled: Uint8Array): string {
  const build = createHash('sha256').update(compiled).digest('hex').slice(0, 12);
  return `${JSON.stringify({ ...release, build })}\n`;
}

function describe(source: RulesetSource, cases: number, compiled: number, text: number): string {
  const languages = Object.values(source.signals).flatMap(({ phrases }) => Object.entries(phrases));
  const phrases = languages.reduce((sum, [, lines]) => sum + lines.length, 0);
  const tags = new Set(languages.map(([tag]) => tag));
  return [
    `Ruleset ${source.release.version}, serial ${source.release.serial} of ${source.release.date}`,
    `${Object.keys(source.signals).length} signals, ${phrases} phrases in ${tags.size} languages, ${cases} cases`,
    `${Object.keys(source.schemes).length} schemes, ${source.places.length} places, ${source.wages.length} wages, ${source.help.length} help contacts, ${source.sites.length} sites, ${source.indicators.entries.length} listed parties`,
    `compiled ${kilobytes(compiled)}, text ${kilobytes(text)}`,
  ].join('\n');
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} kB`;
