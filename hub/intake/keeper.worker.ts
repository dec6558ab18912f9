/** The thread that writes reports. */
import { workerData } from 'node:worker_threads';
import { connect, type StoreOptions } from '../store/open.ts';
import { transact } from '../store/transact.ts';
import { answerWith, tellFailure } from '../threads.ts';
import { keepReports } from './keep.ts';
import type { Question } from './keeper.ts';

const store = connect({ ...(workerData as StoreOptions), onIdleError: tellFailure('database') });

answerWith(async (question: Question) => {
  if (question.ask === 'ready') return undefined;
  if (question.ask === 'stop') return store.close();
  return transact(store, (tx) => keepReports(tx, question.reports));
});
