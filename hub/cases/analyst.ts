import { Worker } from 'node:worker_threads';
import type { ReportDraft } from '#schema/report.ts';
import type { Verdict } from '#schema/verdict.ts';
import type { Analysis } from './analysis.ts';

/** What the thread needs to do its work. */
export interface Task {
  readonly data: string;
  readonly databaseUrl: string | undefined;
  /** Name of this hub among others at the same database. */
  readonly holder: string;
}

/** What can be asked of the thread that reads posts. */
export type Question =
  | { readonly ask: 'rules'; readonly file: string }
  | { readonly ask: 'analyse'; readonly report: ReportDraft }
  | { readonly ask: 'judge'; readonly report: ReportDraft }
  | { readonly ask: 'stop' };
/** Version of the rules, and hosts of sites and offices that they name. */
export type Rules = { version: string; owners: readonly string[] };
export type Answer = Rules | Analysis | Verdict | Record<string, never>;
export type Message =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly error: string }
  | { readonly failed: string; readonly reason: string };

export interface Analyst {
  /** Opens a compiled ruleset, and puts reports into cases from then on. */
  openRules(file: string): Promise<Rules>;
  analyse(report: ReportDraft): Promise<Analysis>;
  /** The engine's present verdict. @throws {Error} before rules were opened */
  judge(report: ReportDraft): Promise<Verdict>;
  /** Ends after the batch at hand. */
  stop(): Promise<void>;
}

interface Asked {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** Starts the thread. @param onFailure told of what goes wrong in it, and of its end */
export function startAnalyst(
  task: Task,
  onFailure: (part: string, reason: unknown) => void,
): Analyst {
  const worker = new Worker(new URL('./analyst.worker.ts', import.meta.url), { workerData: task });
  const asked = new Map<number, Asked>();
  let last = 0;
  let isStopped = false;
  worker.on('message', (message: Message) => {
    if ('failed' in message) return onFailure(message.failed, message.reason);
    const one = asked.get(message.id);
    asked.delete(message.id);
    if ('answer' in message) one?.resolve(message.answer);
    else one?.reject(new Error(message.error));
  });
  worker.on('error', (error) => onFailure('analyst', error));
  worker.on('exit', () => {
    for (const { reject } of asked.values()) reject(new Error('the analyst has ended'));
    asked.clear();
    if (!isStopped) onFailure('analyst', 'it has ended');
  });
  const ask = <A extends Answer>(question: Question): Promise<A> => {
    const id = ++last;
    return new Promise((resolve, reject) => {
      asked.set(id, { resolve: resolve as Asked['resolve'], reject });
      worker.postMessage({ id, question });
    });
  };
  return {
    openRules: (file) => ask<Rules>({ ask: 'rules', file }),
    analyse: (report) => ask<Analysis>({ ask: 'analyse', report }),
    judge: (report) => ask<Verdict>({ ask: 'judge', report }),
    async stop() {
      isStopped = true;
      await ask({ ask: 'stop' }).catch(() => {});
      await worker.terminate();
    },
  };
}
