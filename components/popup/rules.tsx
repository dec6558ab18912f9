/** One line where the rules are not as fresh as they should be; nothing while all is well. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Info } from '../icons/icons.tsx';
import { Notice } from '../page/controls.tsx';
import type { Ui } from '../page/ui.ts';
import type { PopupStore } from './store.ts';

type State = Awaited<ReturnType<PopupStore['rules']>>;

export function OldRules({ ui, store }: { ui: Ui; store: PopupStore }): VNode | null {
  const { t } = ui;
  const [state, setState] = useState<State>('fresh');
  // Where nobody answers, the page in front of the reader is told of already.
  useEffect(() => void store.rules().then(setState, () => {}), [ui.settings]);
  if (state === 'fresh') return null;
  return (
    <Notice icon={<Info />}>
      <p>{t(`updates.${state}`)}</p>
      <div class="row">
        <button type="button" class="button" onClick={() => store.open('options')}>
          {t('popup.rules')}
        </button>
      </div>
    </Notice>
  );
}
