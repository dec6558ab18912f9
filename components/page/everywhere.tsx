/** The warning on listed websites beyond the named sites: asked for, with its reason, at a press. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Switch } from './controls.tsx';
import { AskFirst } from './sites.tsx';
import type { Ui } from './ui.ts';

export interface EverywhereStore {
  /** May Lurewatch compare the address of every page with the list? */
  readonly everywhere: () => Promise<boolean>;
  /** Asks for it, straight from a press, or gives it back. False where the reader declined. */
  readonly turnEverywhere: (on: boolean) => Promise<boolean>;
}

export function Everywhere({ ui, store }: { ui: Ui; store: EverywhereStore }): VNode {
  const { t } = ui;
  const [isOn, setOn] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const refresh = () => store.everywhere().then(setOn);
  useEffect(() => void refresh(), [ui.settings]);
  const turn = async (on: boolean) => {
    await store.turnEverywhere(on);
    setAsking(false);
    await refresh();
  };
  return (
    <>
      <Switch
        label={t('options.everywhere')}
        note={t('options.everywhere.note')}
        on={isOn}
        turn={(on) => (on ? setAsking(true) : void turn(false))}
      />
      {isAsking && (
        <AskFirst
          ui={ui}
          reason={t('options.everywhere.reason')}
          go={() => void turn(true)}
          leave={() => setAsking(false)}
        />
      )}
    </>
  );
}
