import { readFileSync, writeFileSync } from 'node:fs';
import { z } from '#schema/zod.ts';
import { readArguments } from './arguments.ts';
import { CorpusError, corpusFiles, readCorpora, sourceOf } from './corpus/read.ts';
import type { Part } from './corpus/split.ts';
import { Kept, movesSince, verdictsOf } from './eval/baseline.ts';
import { accuracyPage } from './eval/docs.ts';
import { type Evaluation, evaluate } from './eval/evaluation.ts';
import { reportPage } from './eval/html.ts';
import { printed, printedMoves } from './eval/print.ts';
import { loadBytes } from './installed.ts';
import { writeOut } from './verdict.ts';

const USAGE = `lurewatch eval [OPTION…] CORPUS…
Judges labelled texts and counts, by scheme, language, market and source, what was warned about.
  CORPUS           files (.jsonl, .jsonl.gz) or folders of them; one JSON object a line:
                   {id, lang, text, title?, label: legit|scam|news|other, kind?, market?}
  --part PART      dev, test or all (default): the part of the texts that is looked at
  --worst N        how many of the worst texts are shown (default 10)
  --mutate         judges lures also as somebody writes them who hides from filters
  --json           one JSON object on standard output; keep it in a file for --baseline
  --baseline FILE  what such a file said: shows every text whose verdict moved
  --html FILE      writes a page with plots
  --docs FILE      writes the figures as a page of the documentation, without any text
  --rules FOLDER   another folder than rules/`;

const OPTIONS = {
  part: { type: 'string', default: 'all' },
  worst: { type: 'string', default: '10' },
  mutate: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  baseline: { type: 'string' },
  html: { type: 'string' },
  docs: { type: 'string' },
  rules: { type: 'string' },
} as const;
const PARTS = z.enum(['dev', 'test', 'all']);

/** `lurewatch eval`: measures the rules on labelled texts. */
export async function evaluateCorpora(args: string[]): Promise<number> {
  const parsed = readArguments(args, USAGE, OPTIONS);
  if (typeof parsed === 'number') return parsed;
  const { values, positionals } = parsed;
  const part = PARTS.safeParse(values.part);
  const worst = Number(values.worst);
  if (positionals.length === 0 || !part.success || !Number.isInteger(worst)) {
    console.error(USAGE);
    return 2;
  }
  try {
    const baseline = values.baseline === undefined ? undefined : readBaseline(values.baseline);
    const files = corpusFiles(positionals);
    const wanted = { part: part.data as Part | 'all', worst, mutate: values.mutate };
    const evaluation = await evaluate(await readCorpora(files), loadBytes(values.rules), wanted);
    await writeOut(values.json ? jsonOf(evaluation) : printed(evaluation));
    if (baseline) console.error(printedMoves(movesSince(evaluation.judged, baseline)));
    if (values.html) writeFileSync(values.html, await reportPage(evaluation));
    if (values.docs) writeFileSync(values.docs, accuracyPage(evaluation, files.map(sourceOf)));
    return 0;
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    console.error(error.message);
    return 2;
  }
}

function readBaseline(file: string): Kept {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new CorpusError(`${file} is no answer of eval --json: ${error}`);
  }
}

/** Figures and verdicts, and no words of a text. */
function jsonOf({ judged, worst: _, ...figures }: Evaluation): string {
  return JSON.stringify({ ...figures, verdicts: verdictsOf(judged) });
}
