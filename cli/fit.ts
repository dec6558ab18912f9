import { join } from 'node:path';
import { openRuleset } from '#engine/ruleset/open.ts';
import { readArguments } from './arguments.ts';
import { counts } from './corpus/choose.ts';
import { CorpusError, corpusFiles, readCorpora } from './corpus/read.ts';
import { place } from './corpus/split.ts';
import { describeFit } from './fit/describe.ts';
import { readTexts } from './fit/evidence.ts';
import { fitAll } from './fit/fit.ts';
import { byGroup, byOrigin } from './fit/folds.ts';
import { writeScheme, writeWording } from './fit/write.ts';
import { printProblems } from './lint.ts';
import { RULES } from './paths.ts';
import { makeProgress } from './progress.ts';
import { compileRules } from './rules/compile.ts';
import { readRules } from './rules/read.ts';

const USAGE = `lurewatch fit [--dry-run] [--by-origin] [--rules FOLDER] CORPUS…
Learns the weights of all scorecards and the text model from labelled texts, and writes them into
rules/schemes/ and rules/wording/. A fifth of the texts is held out and not read.
  CORPUS          files (.jsonl, .jsonl.gz) or folders of them
  --dry-run       prints the figures and writes nothing
  --by-origin     cross-validates over whole sources instead of groups of near-duplicates
  --rules FOLDER  another folder than rules/`;

/** `lurewatch fit`: weights that are learnt, within the limits that the engine holds anyway. */
export async function fit(args: string[]): Promise<number> {
  const parsed = readArguments(args, USAGE, {
    'dry-run': { type: 'boolean' },
    'by-origin': { type: 'boolean' },
    rules: { type: 'string' },
  });
  if (typeof parsed === 'number') return parsed;
  const { values, positionals } = parsed;
  if (positionals.length === 0) {
    console.error(USAGE);
    return 2;
  }
  const folder = values.rules ?? RULES;
  const samples = await samplesOf(positionals);
  if (typeof samples === 'number') return samples;
  const rules = readRules(folder);
  // A model of an older engine is no reason not to learn a new one.
  const model = join(folder, 'wording', 'model.yaml');
  rules.problems = rules.problems.filter(({ file }) => file !== model);
  delete rules.source.wording;
  // What somebody else lists has no corpus that could weigh it.
  delete rules.source.schemes['listed-elsewhere'];
  const ruleset = openRuleset(compileRules(rules));
  printProblems(rules.problems);
  if (rules.problems.length > 0) return 1;
  const progress = makeProgress('reading', samples.length);
  const readings = readTexts(samples, ruleset, progress.at);
  progress.end();
  const folds = samples.map(values['by-origin'] ? byOrigin : byGroup);
  const fitted = fitAll(readings, folds, ruleset);
  const { heads, text } = describeFit(fitted, readings);
  console.log(text);
  if (values['dry-run']) return 0;
  for (const [id, card] of fitted.cards)
    writeScheme(
      join(folder, 'schemes', `${id}.yaml`),
      card,
      fitted.thresholds,
      fitted.seen.get(id)!,
      heads.scheme,
    );
  writeWording(model, fitted.wording, heads.wording);
  return 0;
}

async function samplesOf(paths: string[]) {
  try {
    const placed = place(await readCorpora(corpusFiles(paths)));
    return placed.filter((sample) => sample.part === 'dev' && counts(sample));
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    console.error(error.message);
    return 2;
  }
}
