/** What the banner is shown from. */
import type { Warning } from '#schema/warning.ts';
import type { Text } from '../text.ts';

/** How much "Not a problem" covers. */
export type Scope = 'post' | 'author' | 'company';
/** The panel that is unfolded. */
export type Panel = 'why' | 'help' | 'dismiss';

export interface View {
  readonly warning: Warning;
  readonly scopes: readonly Scope[];
  readonly language: string;
  readonly t: Text;
  readonly open: Panel | undefined;
  readonly toggle: (panel: Panel) => void;
  readonly dismiss: (scope: Scope) => void;
  readonly report: () => void;
  readonly leave?: (() => void) | undefined;
  readonly announce: (text: string) => void;
}
