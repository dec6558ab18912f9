/** Tells who was warned of a listed party that the listing is gone: the warning may have been wrong. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Info } from '../icons/icons.tsx';
import { Notice } from './controls.tsx';
import { day } from './day.ts';
import type { Ui } from './ui.ts';

/** A listing that was withdrawn after the reader had been warned of it. */
export interface Withdrawn {
  /** What was listed: a domain, a handle. */
  readonly value: string;
  /** ISO 8601 day on which this device learnt of it. */
  readonly day: string;
}

export interface WithdrawnStore {
  readonly withdrawn: () => Promise<Withdrawn[]>;
  readonly forgetWithdrawn: () => Promise<void>;
}

export function WithdrawnNotice({ ui, store }: { ui: Ui; store: WithdrawnStore }): VNode | null {
  const { t, language } = ui;
  const [list, setList] = useState<readonly Withdrawn[]>([]);
  useEffect(() => void store.withdrawn().then(setList), [ui.settings]);
  if (list.length === 0) return null;
  const forget = async () => {
    await store.forgetWithdrawn();
    setList([]);
  };
  return (
    <Notice icon={<Info />}>
      {list.map((item) => (
        <p key={item.value}>
          {t('withdrawn.text', { what: isolated(item.value), date: day(item.day, language) })}
        </p>
      ))}
      <div class="row">
        <button type="button" class="button" onClick={forget}>
          {t('withdrawn.done')}
        </button>
      </div>
    </Notice>
  );
}

/** In a text of the other direction a domain would be torn apart. */
const isolated = (value: string): string => `\u2068${value}\u2069`;
