import type { PageState } from '#schema/messages.ts';
import type { RulesetStatus } from '#schema/ruleset-status.ts';
import type { Warning } from '#schema/warning.ts';
import type { SiteChoice } from '../page/sites.tsx';
import type { WithdrawnStore } from '../page/withdrawn.tsx';

/** What the popup knows of the page in front of the reader. */
export type PageView =
  /** The reader script runs there. */
  | { readonly kind: 'read'; readonly state: PageState }
  /** A known site that the browser has not allowed, or that the reader has not asked for. */
  | { readonly kind: 'ask'; readonly site: SiteChoice }
  /** Not covered: may be read once. */
  | { readonly kind: 'uncovered' }
  /** A page of the browser itself, a store: no extension may read it. */
  | { readonly kind: 'closed' };

/** What the popup can do; the page behind it is an argument, so that samples show every state. */
export interface PopupStore extends WithdrawnStore {
  readonly page: () => Promise<PageView>;
  /** Scrolls to a warned post and puts the focus on its banner. */
  readonly show: (key: string) => Promise<void>;
  /** Switches the site of the page on or off, by its id. */
  readonly turn: (site: string, on: boolean) => Promise<void>;
  /** Makes the browser ask for a site, and reads the page. False where the reader declined. */
  readonly allow: (site: SiteChoice) => Promise<boolean>;
  /** Reads this page once. */
  readonly readOnce: () => Promise<PageView>;
  /** Text that is marked in the page; empty where nothing is. */
  readonly selection: () => Promise<string>;
  readonly judge: (text: string) => Promise<Warning | null>;
  /** How fresh the rules are. */
  readonly rules: () => Promise<RulesetStatus['state']>;
  readonly open: (page: 'check' | 'options') => void;
}
