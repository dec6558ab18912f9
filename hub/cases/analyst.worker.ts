/**
 * The thread that reads posts: puts reports into cases, answers what the hub asks about one, and
 * forgets in time what is due. It has a connection of its own, so that no request waits for it.
 */
import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { judge } from '#engine/judge.ts';
import { openRuleset } from '#engine/ruleset/open.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import { ownersIn } from '#listings/protected.ts';
import { startMaintenance } from '../maintenance.ts';
import { connect } from '../store/open.ts';
import { answerWith, tellFailure } from '../threads.ts';
import { analyse } from './analysis.ts';
import type { Question, Task } from './analyst.ts';
import { type Clustering, startClustering } from './clustering.ts';

const { holder, ...options }: Task = workerData;
const store = connect({ ...options, copiesLog: true, onIdleError: tellFailure('database') });
const maintenance = startMaintenance(store, holder, tellFailure('maintenance'));
let ruleset: Ruleset | undefined;
let clustering: Clustering | undefined;

answerWith(async (question: Question) => {
  switch (question.ask) {
    case 'rules':
      ruleset = openRuleset(new Uint8Array(readFileSync(question.file)));
      clustering ??= startClustering(store, () => ruleset!, holder, tellFailure('clustering'));
      return {
        version: ruleset.version,
        owners: [...ownersIn(ruleset.sites, ruleset.help)],
      };
    case 'analyse':
      return analyse(question.report);
    case 'judge':
      if (!ruleset) throw new Error('the rules are not there yet');
      return judge(question.report.post, ruleset);
    case 'stop':
      await Promise.all([clustering?.stop(), maintenance.stop()]);
      await store.close();
      return undefined;
  }
});
