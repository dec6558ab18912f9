import type { ReportDraft } from '#schema/report.ts';
import type { Sources } from './compose.ts';

/** A draft on its way into the queue. */
export interface Drafted {
  readonly draft: ReportDraft;
  readonly sources: Sources;
  /** From a private window: may be looked at, never kept. */
  readonly isPrivate: boolean;
}

export interface ReportStore {
  /** Keeps a report once, however often it is called. */
  readonly keep: (report: ReportDraft) => Promise<void>;
  readonly openQueue: () => void;
  /** Closes the page at once, for when somebody comes near. */
  readonly leave: () => void;
}
