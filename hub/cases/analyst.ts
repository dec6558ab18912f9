import type { ReportDraft } from '#schema/report.ts';
import type { Verdict } from '#schema/verdict.ts';
import { startThread } from '../threads.ts';
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
export interface Rules {
  readonly version: string;
  readonly owners: readonly string[];
}

export interface Analyst {
  /** Opens a compiled ruleset, and puts reports into cases from then on. */
  openRules(file: string): Promise<Rules>;
  analyse(report: ReportDraft): Promise<Analysis>;
  /** The engine's present verdict. @throws {Error} before rules were opened */
  judge(report: ReportDraft): Promise<Verdict>;
  /** Ends after the batch at hand. */
  stop(): Promise<void>;
}

/** Starts the thread. @param onFailure told of what goes wrong in it, and of its end */
export function startAnalyst(
  task: Task,
  onFailure: (part: string, reason: unknown) => void,
): Analyst {
  const script = new URL('./analyst.worker.ts', import.meta.url);
  const thread = startThread<Question>(script, task, onFailure);
  return {
    openRules: (file) => thread.ask({ ask: 'rules', file }),
    analyse: (report) => thread.ask({ ask: 'analyse', report }),
    judge: (report) => thread.ask({ ask: 'judge', report }),
    stop: () => thread.stop({ ask: 'stop' }),
  };
}
