import { relative } from 'node:path';
import { openRuleset } from '#engine/ruleset/open.ts';
import { selfTest } from '#engine/self-test.ts';
import { readArguments } from './arguments.ts';
import { RULES } from './paths.ts';
import { runCases } from './rules/cases.ts';
import { compileRules } from './rules/compile.ts';
import { LANGUAGES } from './rules/languages.ts';
import { formatProblem, type Problem } from './rules/problem.ts';
import { type Rules, readRules } from './rules/read.ts';

const USAGE = `lurewatch lint [--signal ID] [--lang TAG] [--rules FOLDER]
Checks every rule file and runs every case; prints each problem as file:line: message.
  --signal ID     only this signal
  --lang TAG      only the phrase and case files of this language
  --rules FOLDER  another folder than rules/`;

/** `lurewatch lint`: everything that is wrong with the rules, at once. */
export function lint(args: string[]): number {
  const parsed = readArguments(args, USAGE, {
    signal: { type: 'string' },
    lang: { type: 'string' },
    rules: { type: 'string' },
  });
  if (typeof parsed === 'number') return parsed;
  const { signal, lang, rules: folder = RULES } = parsed.values;
  if (lang !== undefined && !LANGUAGES.has(lang)) {
    console.error(`No such language: ${lang}. There are ${[...LANGUAGES].join(' ')}`);
    return 2;
  }
  const rules = readRules(folder);
  if (signal) keepSignal(rules, signal);
  const { count } = checkRules(rules, lang);
  const problems = rules.problems.filter((problem) => concerns(problem, signal, lang));
  printProblems(problems);
  console.log(
    `${count} cases, ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`,
  );
  return problems.length > 0 ? 1 : 0;
}

/** Compiles rules and runs their cases; problems are added to those of the reading. */
export function checkRules(rules: Rules, language?: string): { count: number; bytes: Uint8Array } {
  const bytes = compileRules(rules);
  const ruleset = openRuleset(bytes);
  const count = runCases(rules.signals, ruleset, rules.problems, language);
  if (language === undefined)
    for (const message of selfTest(ruleset, rules.source.cases))
      rules.problems.push({ file: 'rules/cases.yaml', message });
  return { count: count + rules.source.cases.length, bytes };
}

/** One line each on standard error, with files as seen from where the command was called. */
export function printProblems(problems: Problem[]): void {
  for (const problem of problems)
    console.error(formatProblem({ ...problem, file: relative(process.cwd(), problem.file) }));
}

function keepSignal(rules: Rules, signal: string): void {
  rules.signals = rules.signals.filter(({ id }) => id === signal);
  rules.source.signals = Object.fromEntries(
    Object.entries(rules.source.signals).filter(([id]) => id === signal),
  );
  if (rules.signals.length === 0)
    rules.problems.push({ file: `rules/signals/${signal}`, message: 'is no signal' });
}

function concerns({ file }: Problem, signal?: string, lang?: string): boolean {
  const ofSignal = !signal || `${file}/`.includes(`signals/${signal}/`);
  return (
    ofSignal && (!lang || file.endsWith(`/${lang}.txt`) || file.endsWith(`/${lang}.cases.txt`))
  );
}
