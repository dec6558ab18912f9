import { openRuleset } from '#engine/ruleset/open.ts';
import { counts } from '../corpus/choose.ts';
import type { Sample } from '../corpus/sample.ts';
import { schemeOf } from '../corpus/schemes.ts';
import { type Part, place } from '../corpus/split.ts';
import { postOf } from '../fit/evidence.ts';
import { makeProgress } from '../progress.ts';
import { countMutants, type MutationRow, mutantsOf } from './mutated.ts';
import type { Judged } from './outcome.ts';
import { judgeAll } from './pool.ts';
import { type SignalRow, signalsOf } from './signals.ts';
import { type Table, tablesOf } from './tables.ts';
import { type Worst, worstOf } from './worst.ts';

/** Everything that an evaluation found. */
export type Evaluation = {
  rulesetVersion: string;
  part: Part | 'all';
  judged: Judged[];
  tables: Table[];
  signals: SignalRow[];
  worst: Worst;
  mutations: MutationRow[];
};
export type Wanted = { part: Part | 'all'; worst: number; mutate: boolean };

/** Judges labelled texts with a compiled ruleset and counts what came of it. */
export async function evaluate(
  samples: readonly Sample[],
  bytes: Uint8Array,
  { part, worst, mutate }: Wanted,
): Promise<Evaluation> {
  const ruleset = openRuleset(bytes);
  const schemes = new Set(Object.keys(ruleset.schemes));
  const placed = place(samples).filter(
    (sample) => counts(sample) && (part === 'all' || sample.part === part),
  );
  const posts = placed.map(postOf);
  const outcomes = await shown('judging', posts, bytes);
  const judged: Judged[] = placed.map((sample, index) => ({
    ...outcomes[index]!,
    sample,
    expected: sample.label === 'scam' ? schemeOf(sample, schemes) : '',
    part: sample.part,
  }));
  const lures = [...judged.keys()].filter((index) => judged[index]!.sample.label === 'scam');
  const mutants = mutate ? mutantsOf(posts, lures) : [];
  const mutated = await shown(
    'judging mutated lures',
    mutants.map(({ post }) => post),
    bytes,
  );
  return {
    rulesetVersion: ruleset.version,
    part,
    judged,
    tables: tablesOf(judged),
    signals: signalsOf(judged),
    worst: worstOf(judged, worst),
    mutations: countMutants(
      mutants,
      mutated.map(({ level }) => level !== 'none'),
      judged,
    ),
  };
}

async function shown(what: string, posts: Parameters<typeof judgeAll>[0], bytes: Uint8Array) {
  const progress = makeProgress(what, posts.length);
  const outcomes = await judgeAll(posts, bytes, progress.at);
  progress.end();
  return outcomes;
}
