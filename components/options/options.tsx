/** The options: what the reader has chosen, and what is kept on this device. */
import type { VNode } from 'preact';
import { Switch } from '../page/controls.tsx';
import { Everywhere } from '../page/everywhere.tsx';
import { LoudnessChoice } from '../page/loudness.tsx';
import { Page, Section } from '../page/shell.tsx';
import { Sites } from '../page/sites.tsx';
import type { Ui } from '../page/ui.ts';
import { CountryPick, LanguagePick } from '../page/where.tsx';
import { WithdrawnNotice } from '../page/withdrawn.tsx';
import { About } from './about.tsx';
import { YourData } from './data.tsx';
import { HiddenList } from './hidden.tsx';
import { ReportList } from './reports.tsx';
import type { OptionsStore } from './store.ts';
import { Updates } from './updates.tsx';
import './options.css';

export function OptionsPage({ ui, store }: { ui: Ui; store: OptionsStore }): VNode {
  const { t, settings } = ui;
  return (
    <Page ui={ui} heading={t('options.title')}>
      <Section heading={t('options.where')}>
        <div class="pair">
          <LanguagePick ui={ui} />
          <CountryPick ui={ui} />
        </div>
      </Section>
      <Section heading={t('options.warnings')}>
        <LoudnessChoice ui={ui} legend={t('options.loudness')} />
        <Switch
          label={t('options.neutral')}
          note={t('options.neutral.note')}
          on={settings.neutralLook}
          turn={(neutralLook) => void ui.change({ neutralLook })}
        />
      </Section>
      <Section heading={t('options.sites')} note={t('options.sites.note')}>
        <Sites ui={ui} store={store} />
        <Everywhere ui={ui} store={store} />
      </Section>
      <Section id="rules" heading={t('options.updates')} note={t('options.updates.note')}>
        <WithdrawnNotice ui={ui} store={store} />
        <Updates ui={ui} store={store} />
      </Section>
      <Section id="hidden" heading={t('options.hidden')} note={t('options.hidden.note')}>
        <HiddenList ui={ui} store={store} />
      </Section>
      <Section
        id="reports"
        heading={t('options.reports')}
        note={t(store.delivers ? 'options.reports.note.hub' : 'options.reports.note')}
      >
        <ReportList ui={ui} store={store} />
      </Section>
      <Section id="data" heading={t('options.data')} note={t('options.data.note')}>
        <YourData ui={ui} store={store} />
      </Section>
      <Section heading={t('options.about')}>
        <About ui={ui} version={store.version} />
      </Section>
    </Page>
  );
}
