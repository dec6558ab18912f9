/** What the reader can have checked: the marked text, this page, or a text of their own. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Warning } from '#schema/warning.ts';
import { Pen, Search } from '../icons/icons.tsx';
import type { Ui } from '../page/ui.ts';
import type { PageView, PopupStore } from './store.ts';

interface Props {
  readonly ui: Ui;
  readonly store: PopupStore;
  readonly view: PageView | undefined;
  readonly setView: (view: PageView) => void;
  readonly found: (warning: Warning) => void;
}

/** A page that no reader script covers, or whose layout it does not know. */
const mayReadOnce = (view: PageView | undefined): boolean =>
  view?.kind === 'uncovered' || view?.kind === 'ask';

export function Actions({ ui, store, view, setView, found }: Props): VNode {
  const { t } = ui;
  const [problem, setProblem] = useState('');
  const say = (text: string) => {
    setProblem(text);
    ui.announce(text);
  };
  const checkSelection = async () => {
    const text = await store.selection().catch(() => '');
    if (!text.trim()) return say(t('popup.noSelection'));
    const warning = await store.judge(text).catch(() => null);
    if (warning) found(warning);
    else say(t('check.failed'));
  };
  const checkPage = async () => {
    const next = await store.readOnce();
    setView(next);
    if (next.kind !== 'read') say(t('popup.readFailed'));
  };
  return (
    <div class="actions">
      {mayReadOnce(view) && (
        <button
          type="button"
          class={view?.kind === 'uncovered' ? 'button primary' : 'button'}
          onClick={checkPage}
        >
          <Search />
          {t('popup.checkPage')}
        </button>
      )}
      {view?.kind !== 'closed' && (
        <button type="button" class="button" onClick={checkSelection}>
          <Search />
          {t('popup.checkSelection')}
        </button>
      )}
      <button type="button" class="button" onClick={() => store.open('check')}>
        <Pen />
        {t('popup.checkText')}
      </button>
      {problem && <p class="problem">{problem}</p>}
    </div>
  );
}
