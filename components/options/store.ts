import type { QueuedReport } from '#schema/report.ts';
import type { Outcome, RulesetStatus } from '#schema/ruleset-status.ts';
import type { EverywhereStore } from '../page/everywhere.tsx';
import type { SitesStore } from '../page/sites.tsx';
import type { WithdrawnStore } from '../page/withdrawn.tsx';

/** "Not a problem", as it is stored: no words of the post. */
export interface Hidden {
  readonly hash: string;
  readonly site: string;
  readonly scope: 'post' | 'author' | 'company' | 'page';
  /** ISO 8601 day. */
  readonly day: string;
}

/** What the options page can do; stores and package stand behind it. */
export interface OptionsStore extends SitesStore, EverywhereStore, WithdrawnStore {
  readonly hidden: () => Promise<Hidden[]>;
  readonly unhide: (hash: string) => Promise<void>;
  readonly reports: () => Promise<QueuedReport[]>;
  readonly withdraw: (id: string) => Promise<void>;
  /** A hub takes reports. */
  readonly delivers: boolean;
  /** Delivers what waits and asks what became of the others. */
  readonly refreshReports: () => Promise<void>;
  /** Is there a key that signed reports? */
  readonly hasKey: () => Promise<boolean>;
  readonly eraseKey: () => Promise<void>;
  /** All stored data as JSON text. */
  readonly exportData: () => Promise<string>;
  readonly eraseData: () => Promise<void>;
  readonly version: string;
  /** How fresh the rules are. Rejects where no ruleset can be opened. */
  readonly rules: () => Promise<RulesetStatus>;
  /** Looks for new rules; resolves when that has ended. */
  readonly lookForRules: () => Promise<Outcome>;
}
