/** The three screens of the first run. */
import type { VNode } from 'preact';
import { Check, Close, Globe, Pen, Shield } from '../icons/icons.tsx';
import { Notice } from '../page/controls.tsx';
import { Everywhere } from '../page/everywhere.tsx';
import { LoudnessChoice } from '../page/loudness.tsx';
import { Sites } from '../page/sites.tsx';
import type { Ui } from '../page/ui.ts';
import { CountryPick, LanguagePick } from '../page/where.tsx';
import type { WelcomeStore } from './store.ts';

interface Props {
  readonly ui: Ui;
  readonly store: WelcomeStore;
}

const LINES = [1, 2, 3] as const;

/** Whom it protects, what it reads, what it never does; and the language, to read all this in. */
export function Promises({ ui }: Props): VNode {
  const { t } = ui;
  return (
    <>
      <LanguagePick ui={ui} />
      <Notice icon={<Shield />}>
        <p>{t('welcome.who')}</p>
      </Notice>
      <div class="pair">
        <div>
          <h2>{t('welcome.does')}</h2>
          <ul class="ticks">
            {LINES.map((line) => (
              <li key={line}>
                <Check />
                {t(`welcome.does.${line}`)}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h2>{t('welcome.never')}</h2>
          <ul class="ticks never">
            {LINES.map((line) => (
              <li key={line}>
                <Close />
                {t(`welcome.never.${line}`)}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </>
  );
}

/** The reader's country, and the sites one by one. */
export function Places({ ui, store }: Props): VNode {
  const { t } = ui;
  return (
    <>
      <CountryPick ui={ui} guess={store.guess} />
      <h2>{t('options.sites')}</h2>
      <p class="note">{t('options.sites.note')}</p>
      <Sites ui={ui} store={store} />
      <Everywhere ui={ui} store={store} />
    </>
  );
}

/** How much is shown, and what can be done by hand. */
export function Ready({ ui }: Props): VNode {
  const { t } = ui;
  return (
    <>
      <LoudnessChoice ui={ui} legend={t('options.loudness')} />
      <Notice icon={<Pen />}>
        <p>{t('welcome.byHand')}</p>
      </Notice>
      <Notice icon={<Globe />}>
        <p>{t('welcome.limits')}</p>
      </Notice>
    </>
  );
}
