import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SignalSource } from '#schema/rules.ts';
import { LANGUAGES } from './languages.ts';
import type { Problem } from './problem.ts';
import { type Case, type Line, readCases, readLines } from './texts.ts';
import { readYaml } from './yaml.ts';

/** Phrases and cases of one signal in one language, with the files they stand in. */
export type LanguageFiles = {
  language: string;
  file: string;
  phrases: Line[];
  casesFile: string;
  cases: Case[];
};
/** One folder of `rules/signals/`. */
export type SignalFolder = { id: string; source: SignalSource; languages: LanguageFiles[] };

/** Reads every signal folder; folders without a valid `signal.yaml` are reported and left out. */
export function readSignals(folder: string, problems: Problem[]): SignalFolder[] {
  const signals: SignalFolder[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort(byName)) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) {
      problems.push({ file: path, message: 'belongs to no signal: expected a folder' });
      continue;
    }
    const signal = readSignal(path, entry.name, problems);
    if (signal) signals.push(signal);
  }
  return signals;
}

function readSignal(path: string, id: string, problems: Problem[]): SignalFolder | undefined {
  const yaml = join(path, 'signal.yaml');
  if (!existsSync(yaml)) {
    problems.push({ file: path, message: 'lacks signal.yaml' });
    return undefined;
  }
  const source = readYaml(yaml, SignalSource, problems);
  const files = readdirSync(path).sort();
  const languages: LanguageFiles[] = [];
  for (const name of files) {
    if (name === 'signal.yaml') continue;
    const [, language, cases] = /^([a-z]+)(\.cases)?\.txt$/.exec(name) ?? [];
    const file = join(path, name);
    if (!language || !LANGUAGES.has(language))
      problems.push({ file, message: 'is neither a phrase file nor a case file of a language' });
    else if (cases) {
      if (!files.includes(`${language}.txt`))
        problems.push({ file, message: `has no twin ${language}.txt` });
    } else if (!files.includes(`${language}.cases.txt`))
      problems.push({ file, message: `has no twin ${language}.cases.txt` });
    else languages.push(readLanguage(path, language, problems));
  }
  if (source && languages.length === 0 && !source.matchers?.length)
    problems.push({ file: path, message: 'has neither phrases nor matchers' });
  return source && { id, source, languages };
}

function readLanguage(path: string, language: string, problems: Problem[]): LanguageFiles {
  const file = join(path, `${language}.txt`);
  const casesFile = join(path, `${language}.cases.txt`);
  const phrases = readLines(file);
  if (phrases.length === 0) problems.push({ file, message: 'holds no phrase' });
  return { language, file, phrases, casesFile, cases: readCases(casesFile, problems) };
}

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
