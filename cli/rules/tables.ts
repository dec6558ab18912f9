import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BUCKETS } from '#engine/wording/model.ts';
import { ownersIn, readProtected } from '#listings/protected.ts';
import { Adapter } from '#schema/adapter.ts';
import {
  AmountSource,
  CurrencySource,
  HelpSource,
  IndicatorSource,
  PlaceSource,
  SchemeSource,
  WageSource,
  WorkSource,
} from '#schema/rules.ts';
import { ReleaseSource, SelfTest, WordingSource } from '#schema/ruleset.ts';
import { z } from '#schema/zod.ts';
import { gatherIndicators } from './indicators.ts';
import { readLists } from './lists.ts';
import { patternFaults } from './patterns.ts';
import { checkSpelling } from './phrases.ts';
import type { Problem } from './problem.ts';
import { readYaml, type TableFile } from './yaml.ts';

/** Base64 writes three bytes as four characters. */
const MODEL_CHARS = Math.ceil(BUCKETS / 3) * 4;

/** Where `rules/release.yaml` is broken: older than every publication. */
const NO_RELEASE: ReleaseSource = { serial: 0, date: '1970-01-01' };

const PAY_FILES = ['wages.yaml', 'currencies.yaml', 'amounts.yaml', 'work.yaml'];

type Schema<T> = z.ZodMiniType<T>;

/** Every kind of rule file but the signals. */
export function readTables(rules: string, problems: Problem[]) {
  const folder = <T>(name: string, schema: Schema<T>, only?: string) =>
    readFolder(join(rules, name), schema, problems, only);
  const wages = folder('pay', z.array(WageSource), 'wages');
  const currencies = folder('pay', z.array(CurrencySource), 'currencies');
  const optional = <T>(stem: string, schema: Schema<T[]>) =>
    existsSync(join(rules, 'pay', `${stem}.yaml`)) ? folder('pay', schema, stem) : [];
  const amounts = optional('amounts', z.array(AmountSource));
  const work = optional('work', z.array(WorkSource));
  for (const { file, data } of work)
    for (const entry of data) {
      entry.skilled = spelled(file, entry.skilled, problems);
      entry.experience = spelled(file, entry.experience, problems);
    }
  reportStrangers(join(rules, 'pay'), PAY_FILES, problems);
  const places = folder('places', z.array(PlaceSource));
  const help = folder('help', z.array(HelpSource));
  const sites = folder('sites', Adapter);
  for (const { file, stem, data } of [...places, ...help])
    for (const { id, country } of data)
      if (country !== stem)
        problems.push({ file, message: `${id} is of ${country}, the file of ${stem}` });
  for (const { file, stem, data } of sites) {
    if (data.id !== stem) problems.push({ file, message: `id ${data.id} differs from its file` });
    for (const message of patternFaults(data)) problems.push({ file, message });
  }
  const named = <T>(name: string, schema: Schema<T>): T | undefined => {
    const file = join(rules, name);
    if (existsSync(file)) return readYaml(file, schema, problems);
    problems.push({ file, message: 'is missing' });
    return undefined;
  };
  const release = named('release.yaml', ReleaseSource) ?? NO_RELEASE;
  const wording = existsSync(join(rules, 'wording')) ? folder('wording', WordingSource) : [];
  for (const { file, data } of wording)
    if (data.weights.replaceAll(/\s/g, '').length !== MODEL_CHARS)
      problems.push({ file, message: `weights are not ${BUCKETS} bytes` });
  const tables = {
    schemes: folder('schemes', SchemeSource),
    places: places.flatMap(({ data }) => data),
    wages: wages.flatMap(({ data }) => data),
    currencies: currencies.flatMap(({ data }) => data),
    amounts: amounts.flatMap(({ data }) => data),
    work: work.flatMap(({ data }) => data),
    help: help.flatMap(({ data }) => data),
    sites: sites.map(({ data }) => data),
    release: { ...release, minEngine: release.minEngine ?? 0 },
    cases: named('cases.yaml', z.array(SelfTest)) ?? [],
    indicators: gatherIndicators(
      folder('indicators', z.array(IndicatorSource)),
      readLists(rules, problems),
      new Set([
        ...readProtected(rules),
        ...ownersIn(
          sites.map(({ data }) => data),
          help.flatMap(({ data }) => data),
        ),
      ]),
      problems,
    ),
    ...(wording[0] ? { wording: wording[0].data } : {}),
  };
  reportTwice(wording, () => 'text model', join(rules, 'wording'), problems);
  reportTwice(tables.places, (place) => `place ${place.id}`, rules, problems);
  reportTwice(tables.help, (entry) => `help entry ${entry.id}`, rules, problems);
  reportTwice(tables.work, ({ language }) => `work of ${language}`, rules, problems);
  reportTwice(tables.amounts, ({ language }) => `amounts of ${language}`, rules, problems);
  reportTwice(tables.currencies, (currency) => `currency ${currency.code}`, rules, problems);
  return tables;
}

/** Reports phrases that the matcher cannot spell; returns the others. */
function spelled(file: string, phrases: string[], problems: Problem[]): string[] {
  const lines = phrases.map((text) => ({ line: 1, text }));
  return checkSpelling(file, lines, problems).map(({ text }) => text);
}

/** Reads the YAML files of a folder, or `only` one of them. */
function readFolder<T>(
  folder: string,
  schema: Schema<T>,
  problems: Problem[],
  only?: string,
): TableFile<T>[] {
  if (!existsSync(folder)) {
    problems.push({ file: folder, message: 'is missing' });
    return [];
  }
  const names = readdirSync(folder).sort();
  const wanted = names.filter((name) => (only ? name === `${only}.yaml` : name.endsWith('.yaml')));
  if (!only) reportStrangers(folder, wanted, problems);
  return wanted.flatMap((name) => {
    const file = join(folder, name);
    const data = readYaml(file, schema, problems);
    return data === undefined ? [] : [{ file, stem: name.slice(0, -'.yaml'.length), data }];
  });
}

/** Files that nothing reads: a typing error in a name must not switch a rule off in silence. */
function reportStrangers(folder: string, known: string[], problems: Problem[]): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).sort())
    if (!known.includes(name))
      problems.push({ file: join(folder, name), message: 'belongs to no kind of rule file' });
}

function reportTwice<T>(
  rows: T[],
  name: (row: T) => string,
  file: string,
  problems: Problem[],
): void {
  const seen = new Set<string>();
  for (const row of rows) {
    if (seen.has(name(row))) problems.push({ file, message: `${name(row)} stands there twice` });
    seen.add(name(row));
  }
}
