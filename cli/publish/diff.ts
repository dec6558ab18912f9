import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileRuleset } from '#engine/ruleset/compile.ts';
import { makeDelta } from '#ruleset/bundle/delta.ts';
import { readIndicatorsText } from '#ruleset/bundle/indicators-text.ts';
import { readRulesText } from '#ruleset/bundle/rules-text.ts';
import type { Texts } from '#ruleset/update/texts.ts';
import { readArguments } from '../arguments.ts';
import { buildRuleset } from '../build.ts';
import { CorpusError, corpusFiles, readCorpora } from '../corpus/read.ts';
import { movesSince, verdictsOf } from '../eval/baseline.ts';
import { evaluate } from '../eval/evaluation.ts';
import { printedMoves } from '../eval/print.ts';
import { gzip } from '../gzip.ts';
import { changesBetween, describeChanges } from './changes.ts';
import { visit } from './client.ts';
import { PublishError, reporting } from './errors.ts';
import { published, textsOf } from './repository.ts';

const USAGE = `lurewatch diff A B [--corpus PATH]… [--all]
What B changes against A: records, listed parties, bytes and, on labelled texts, verdicts.
  A, B           a folder of rules, what lurewatch build wrote, a repository, or its address
  --corpus PATH  texts as lurewatch eval takes them; may be given several times
  --all          names every record`;

/** `lurewatch diff`: what a change means for readers, before it is signed. */
export async function diff(args: string[]): Promise<number> {
  const parsed = readArguments(args, USAGE, {
    corpus: { type: 'string', multiple: true, default: [] },
    all: { type: 'boolean', default: false },
  });
  if (typeof parsed === 'number') return parsed;
  const { values, positionals } = parsed;
  const [from, to, ...rest] = positionals;
  if (from === undefined || to === undefined || rest.length > 0) {
    console.error(USAGE);
    return 2;
  }
  return reporting(async () => {
    const [before, after] = [await textsAt(from), await textsAt(to)];
    const changes = changesBetween(before, after);
    console.log(describeChanges(changes, values.all ? Number.POSITIVE_INFINITY : undefined));
    for (const name of ['rules', 'indicators'] as const)
      console.log(await describeBytes(name, before[name], after[name]));
    if (values.corpus.length > 0) console.log(await describeMoves(before, after, values.corpus));
    return 0;
  });
}

async function textsAt(place: string): Promise<Texts> {
  if (/^https?:\/\//.test(place)) return (await visit(place)).texts;
  if (existsSync(join(place, 'metadata'))) {
    const now = published(place);
    if (!now) throw new PublishError(`${place}: nothing is published yet`);
    return textsOf(place, now.targets.signed);
  }
  if (existsSync(join(place, 'rules.txt')))
    return {
      rules: readFileSync(join(place, 'rules.txt'), 'utf8'),
      indicators: readFileSync(join(place, 'indicators.txt'), 'utf8'),
    };
  if (!existsSync(join(place, 'release.yaml')))
    throw new PublishError(`${place}: neither rules nor a repository`);
  const built = buildRuleset(place);
  if (!built) throw new PublishError(`${place} has problems`);
  return built.texts;
}

async function describeBytes(name: string, before: string, after: string): Promise<string> {
  const [old, full] = [gzip(before).length, gzip(after).length];
  const delta = before === after ? 0 : gzip(await makeDelta(before, after)).length;
  return `${name}: ${old} → ${full} bytes packed; as a delta ${delta}`;
}

/** Every labelled text whose verdict is another one. @throws {PublishError} */
async function describeMoves(before: Texts, after: Texts, paths: string[]): Promise<string> {
  try {
    const samples = await readCorpora(corpusFiles(paths));
    const judge = (texts: Texts) =>
      evaluate(samples, compiledFrom(texts), { part: 'all', worst: 0, mutate: false });
    const [old, fresh] = [await judge(before), await judge(after)];
    return printedMoves(movesSince(fresh.judged, { verdicts: verdictsOf(old.judged) }));
  } catch (error) {
    if (error instanceof CorpusError) throw new PublishError(error.message);
    throw error;
  }
}

const compiledFrom = ({ rules, indicators }: Texts): Uint8Array =>
  compileRuleset({ ...readRulesText(rules), indicators: readIndicatorsText(indicators) });
