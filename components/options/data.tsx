/** Everything that is stored: taken along as a file, or erased. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Download, Trash } from '../icons/icons.tsx';
import { saveFile } from '../page/save.ts';
import type { Ui } from '../page/ui.ts';
import type { OptionsStore } from './store.ts';

interface Props {
  readonly ui: Ui;
  readonly store: OptionsStore;
}

/** Asks once more, and puts the focus on the harmless answer. */
function Confirm({ ui, erase, keep }: { ui: Ui; erase: () => void; keep: () => void }): VNode {
  const { t } = ui;
  const safe = useRef<HTMLButtonElement>(null);
  useEffect(() => safe.current?.focus(), []);
  return (
    <section class="notice danger" aria-label={t('options.erase')}>
      <Trash />
      <div>
        <p>{t('options.erase.sure')}</p>
        <div class="row">
          <button type="button" class="button" ref={safe} onClick={keep}>
            {t('page.cancel')}
          </button>
          <button type="button" class="button grave" onClick={erase}>
            {t('options.erase.yes')}
          </button>
        </div>
      </div>
    </section>
  );
}

export function YourData({ ui, store }: Props): VNode {
  const { t, announce } = ui;
  const [asking, setAsking] = useState(false);
  const [erased, setErased] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const save = async () => saveFile('lurewatch-data.json', await store.exportData());
  const close = () => {
    setAsking(false);
    button.current?.focus();
  };
  const erase = async () => {
    await store.eraseData();
    close();
    setErased(true);
    announce(t('options.erase.done'));
  };
  return (
    <>
      <div class="row">
        <button type="button" class="button" onClick={save}>
          <Download />
          {t('options.export')}
        </button>
        <button
          type="button"
          class="button"
          ref={button}
          aria-expanded={asking}
          onClick={() => setAsking(!asking)}
        >
          <Trash />
          {t('options.erase')}
        </button>
      </div>
      {asking && <Confirm ui={ui} erase={erase} keep={close} />}
      {erased && !asking && <p class="note">{t('options.erase.done')}</p>}
    </>
  );
}
