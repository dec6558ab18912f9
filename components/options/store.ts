import type { QueuedReport } from '#schema/report.ts';
import type { SitesStore } from '../page/sites.tsx';

/** "Not a problem", as it is stored: no words of the post. */
export interface Hidden {
  readonly hash: string;
  readonly site: string;
  readonly scope: 'post' | 'author' | 'company';
  /** ISO 8601 day. */
  readonly day: string;
}

/** What the options page can do; stores and package stand behind it. */
export interface OptionsStore extends SitesStore {
  readonly hidden: () => Promise<Hidden[]>;
  readonly unhide: (hash: string) => Promise<void>;
  readonly reports: () => Promise<QueuedReport[]>;
  readonly withdraw: (id: string) => Promise<void>;
  /** All stored data as JSON text. */
  readonly exportData: () => Promise<string>;
  readonly eraseData: () => Promise<void>;
  readonly version: string;
  /** Version of the rules; absent when the ruleset can't be opened. */
  readonly rulesetVersion: string | undefined;
}
