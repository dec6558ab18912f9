/** The banner as a function of its state. */
import type { VNode } from 'preact';
import type { Text } from '../text.ts';
import { looks } from '../verdict/looks.ts';
import { PostWords, quotesOf } from '../verdict/signs.tsx';
import { Actions } from './actions.tsx';
import { DismissPanel, HelpPanel, WhyPanel } from './panels.tsx';
import type { View } from './state.ts';

const panels = { why: WhyPanel, help: HelpPanel, dismiss: DismissPanel };

/** A warning: one line, and below it what the reader unfolds. */
export function Banner(view: View): VNode {
  const { warning, t, open, leave } = view;
  const { tone, word, Icon } = looks[warning.level];
  const [strongest] = warning.signs;
  const [quote] = strongest ? quotesOf(strongest) : [];
  const Unfolded = open && panels[open];
  return (
    <div
      class={`banner ${tone}`}
      role="note"
      // A press on plain text keeps the focus, and with it Escape, inside the banner.
      tabIndex={-1}
      aria-label={t(leave ? 'banner.pageLabel' : 'banner.label')}
    >
      <div class="line">
        <Icon />
        <p class="head">
          <strong class="level">{t(word)}</strong> <strong>{warning.headline}</strong>
        </p>
        {strongest && (
          <p class="proof">
            <span>{strongest.label}</span>
            {quote && <PostWords text={quote} />}
          </p>
        )}
        <Actions {...view} />
      </div>
      {Unfolded && (
        <div class="panel" id={open}>
          <Unfolded {...view} />
        </div>
      )}
    </div>
  );
}

/** What is left after "Not a problem". */
export function Hidden({ t, undo }: { t: Text; undo: (event: Event) => void }): VNode {
  return (
    <div class="banner hidden" role="note" tabIndex={-1} aria-label={t('banner.label')}>
      {t('banner.hidden')}{' '}
      <button type="button" class="button quiet" id="undo" onClick={undo}>
        {t('banner.undo')}
      </button>
    </div>
  );
}
