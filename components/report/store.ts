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
  /** A hub takes what is kept; else it stays on this device. */
  readonly delivers: boolean;
  /** Keeps a report once, however often it is called; straight from a press, for browsers that ask. */
  readonly keep: (report: ReportDraft) => Promise<void>;
  readonly openQueue: () => void;
  /** Closes the page at once, for when somebody comes near. */
  readonly leave: () => void;
}
