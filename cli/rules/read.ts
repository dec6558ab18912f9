import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeRulesText } from '#ruleset/bundle/rules-text.ts';
import type { Release, RulesetSource } from '#schema/ruleset.ts';
import { checkPhrases } from './phrases.ts';
import type { Problem } from './problem.ts';
import { readSignals, type SignalFolder } from './signals.ts';
import { readTables } from './tables.ts';
import type { TableFile } from './yaml.ts';

/** What stands in `rules/`; anything else there belongs to nothing. */
const KNOWN = [
  'help',
  'indicators',
  'lists',
  'pay',
  'places',
  'protected',
  'schemes',
  'signals',
  'sites',
  'wording',
  'cases.yaml',
  'release.yaml',
];

/** What stands in `rules/`: the valid part as a ruleset, and everything that is wrong. */
export type Rules = { source: RulesetSource; signals: SignalFolder[]; problems: Problem[] };

/** Reads and checks a whole `rules/` folder; what is broken is reported and left out. */
export function readRules(folder: string): Rules {
  const problems: Problem[] = [];
  if (!existsSync(join(folder, 'signals')))
    return { source: sourceOf([], emptyTables), signals: [], problems: [noRules(folder)] };
  for (const name of readdirSync(folder))
    if (!KNOWN.includes(name))
      problems.push({ file: join(folder, name), message: 'belongs to no kind of rule file' });
  const signals = readSignals(join(folder, 'signals'), problems);
  for (const signal of signals)
    for (const language of signal.languages)
      language.phrases = checkPhrases(language.file, language.phrases, problems);
  const tables = readTables(folder, problems);
  checkSchemes(tables.schemes, signals, problems);
  const source = sourceOf(signals, {
    ...tables,
    schemes: Object.fromEntries(tables.schemes.map(({ stem, data }) => [stem, data])),
  });
  return { source, signals, problems };
}

type Tables = Omit<RulesetSource, 'release' | 'signals'> & { release: Omit<Release, 'version'> };
const emptyTables: Tables = {
  release: { serial: 0, date: '1970-01-01', minEngine: 0 },
  schemes: {},
  places: [],
  wages: [],
  currencies: [],
  amounts: [],
  work: [],
  help: [],
  sites: [],
  cases: [],
  indicators: { salt: 0, listings: {}, entries: [] },
};
const noRules = (folder: string): Problem => ({ file: folder, message: 'holds no rules' });

function sourceOf(folders: SignalFolder[], tables: Tables): RulesetSource {
  const signals = Object.fromEntries(
    folders.map(({ id, source, languages }) => [
      id,
      {
        ...source,
        phrases: Object.fromEntries(
          languages.map(({ language, phrases }) => [language, phrases.map(({ text }) => text)]),
        ),
      },
    ]),
  );
  const rules = { signals, ...tables, release: { ...tables.release, version: '' } };
  return { ...rules, release: { ...tables.release, version: versionOf(rules) } };
}

/** The same rules have the same version, whenever they are published. */
function versionOf(rules: RulesetSource): string {
  const text = writeRulesText(rules);
  const body = text.slice(text.indexOf('\n') + 1);
  return createHash('sha256').update(body).digest('hex').slice(0, 12);
}

/** A scorecard names signals that exist, and each sign stands in at least one scorecard. */
function checkSchemes(
  schemes: TableFile<RulesetSource['schemes'][string]>[],
  signals: SignalFolder[],
  problems: Problem[],
): void {
  const known = new Map(signals.map(({ id, source }) => [id, source.kind]));
  const used = new Set<string>();
  for (const { file, data } of schemes) {
    const groups = [
      ...data.requires.map(({ anyOf }) => anyOf),
      ...(data.combos ?? []).map(({ allOf }) => allOf),
    ];
    for (const signal of [...Object.keys(data.weights), ...groups.flat()]) {
      used.add(signal);
      if (!known.has(signal)) problems.push({ file, message: `names no signal: ${signal}` });
    }
    for (const [signal, weight] of Object.entries(data.weights))
      if (known.get(signal) === 'counter' ? weight > 0 : weight < 0)
        problems.push({
          file,
          message: `${signal} is a ${known.get(signal)} and weighs ${weight}`,
        });
    if (data.thresholds.danger < data.thresholds.caution)
      problems.push({ file, message: 'danger lies below caution' });
  }
  if (schemes.length === 0) return;
  for (const id of known.keys())
    if (!used.has(id)) problems.push({ file: `signals/${id}`, message: 'stands in no scheme' });
}
