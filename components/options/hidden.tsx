/** What the reader has called "not a problem", to be undone one by one. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { day } from '../page/day.ts';
import type { Ui } from '../page/ui.ts';
import type { Hidden, OptionsStore } from './store.ts';

interface Props {
  readonly ui: Ui;
  readonly store: OptionsStore;
}

export function HiddenList({ ui, store }: Props): VNode {
  const { t, language, announce, settings } = ui;
  const [hidden, setHidden] = useState<readonly Hidden[]>([]);
  const refresh = () => store.hidden().then(setHidden);
  useEffect(() => void refresh(), [settings]);
  const undo = async ({ hash }: Hidden) => {
    await store.unhide(hash);
    await refresh();
    announce(t('options.hidden.undone'));
  };
  if (hidden.length === 0) return <p class="empty">{t('options.hidden.none')}</p>;
  return (
    <ul class="rows">
      {hidden.map((item) => {
        const what = t(`options.hidden.${item.scope}`, { site: item.site });
        const when = day(item.day, language);
        return (
          <li key={item.hash} class="item">
            <span>
              {what}
              <small>{when}</small>
            </span>
            <button type="button" class="button" onClick={() => undo(item)}>
              {t('banner.undo')}
              <span class="unseen">
                {' '}
                {what}, {when}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
