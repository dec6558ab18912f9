/** The popup: what was seen on the page in front of the reader, and what can be checked. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Warning } from '#schema/warning.ts';
import { Arrow, Settings } from '../icons/icons.tsx';
import { Result } from '../page/result.tsx';
import { Brand } from '../page/shell.tsx';
import type { Ui } from '../page/ui.ts';
import { WithdrawnNotice } from '../page/withdrawn.tsx';
import { Actions } from './actions.tsx';
import { OldRules } from './rules.tsx';
import type { PageView, PopupStore } from './store.ts';
import { PageSummary } from './summary.tsx';
import './popup.css';

/** Milliseconds between two looks at the page. */
const REFRESH = 1_000;

interface Props {
  readonly ui: Ui;
  readonly store: PopupStore;
}

/** The marked text's result takes the place of the page's summary until the reader goes back. */
function Selected({ ui, warning, back }: { ui: Ui; warning: Warning; back: () => void }): VNode {
  return (
    <>
      <button type="button" class="button quiet back" onClick={back}>
        <Arrow />
        {ui.t('popup.back')}
      </button>
      <Result warning={warning} ui={ui} />
    </>
  );
}

export function Popup({ ui, store }: Props): VNode {
  const { t } = ui;
  const [view, setView] = useState<PageView>();
  const [selected, setSelected] = useState<Warning>();
  const refresh = () => store.page().then(setView);
  useEffect(() => void refresh(), [ui.settings]);
  useEffect(() => {
    if (view?.kind !== 'read') return;
    // Posts are read while the popup is open.
    const timer = setInterval(refresh, REFRESH);
    return () => clearInterval(timer);
  }, [view?.kind]);
  return (
    <div class="popup">
      <header class="top">
        <Brand ui={ui} />
        <button type="button" class="button quiet" onClick={() => store.open('options')}>
          <Settings />
          <span class="unseen">{t('popup.options')}</span>
        </button>
      </header>
      <main>
        <h1 class="unseen">{t('popup.heading')}</h1>
        {selected ? (
          <Selected ui={ui} warning={selected} back={() => setSelected(undefined)} />
        ) : (
          <>
            {view && <PageSummary ui={ui} store={store} view={view} refresh={refresh} />}
            <Actions ui={ui} store={store} view={view} setView={setView} found={setSelected} />
            <WithdrawnNotice ui={ui} store={store} />
            <OldRules ui={ui} store={store} />
          </>
        )}
      </main>
    </div>
  );
}
