/** The report form: the draft exactly as it will be kept, and the volunteer's yes to it. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { EyeOff, Info } from '../icons/icons.tsx';
import { Choice, Notice, Pick } from '../page/controls.tsx';
import { Page, Section } from '../page/shell.tsx';
import type { Ui } from '../page/ui.ts';
import { type Choices, compose, firstChoices } from './compose.ts';
import { Consent } from './consent.tsx';
import { Kept } from './kept.tsx';
import { Parts } from './parts.tsx';
import { SCHEMES, schemeChoice } from './schemes.ts';
import type { Drafted, ReportStore } from './store.ts';
import './report.css';

/** Longest note, as in the schema of reports. */
const MAX_NOTE = 2_000;
const contacts = ['none', 'contacted', 'applied', 'knows-someone'] as const;

interface FormProps {
  readonly ui: Ui;
  readonly drafted: Drafted;
  readonly store: ReportStore;
}

/** What the volunteer adds: the kind of risk, what they lived through, a note. */
function About(props: { ui: Ui; choices: Choices; choose: (change: Partial<Choices>) => void }) {
  const { t } = props.ui;
  const { choices, choose } = props;
  return (
    <>
      <Pick
        label={t('report.scheme')}
        options={SCHEMES.map((value) => ({ value, label: t(`report.scheme.${value}`) }))}
        value={schemeChoice(choices.scheme)}
        choose={(scheme) => choose({ scheme })}
      />
      <Choice
        legend={t('report.contact')}
        options={contacts.map((value) => ({ value, label: t(`report.contact.${value}`) }))}
        value={choices.contact}
        choose={(value) => choose({ contact: contacts.find((known) => known === value) ?? 'none' })}
      />
      <label class="field">
        {t('report.note')}
        <textarea
          // The browser would keep what stands here to restore the session, in private windows too.
          autocomplete="off"
          rows={3}
          dir="auto"
          maxLength={MAX_NOTE}
          value={choices.note}
          onInput={(event) => choose({ note: event.currentTarget.value })}
        />
        <small>{t('report.note.note')}</small>
      </label>
    </>
  );
}

function Form({ ui, drafted, store }: FormProps): VNode {
  const { t } = ui;
  const { draft, sources } = drafted;
  const [choices, setChoices] = useState(() => firstChoices(draft, sources));
  const [kept, setKept] = useState(false);
  const choose = (change: Partial<Choices>) => setChoices({ ...choices, ...change });
  const report = compose(draft, sources, choices);
  if (kept) return <Kept ui={ui} report={report} store={store} />;
  return (
    <>
      <Notice icon={<Info />}>
        <p>{t(store.delivers ? 'report.delivery.hub' : 'report.delivery')}</p>
      </Notice>
      <Section heading={t('report.post')} note={t('report.post.note')}>
        <Parts ui={ui} sources={sources} choices={choices} choose={choose} />
      </Section>
      <Section heading={t('report.about')}>
        <About ui={ui} choices={choices} choose={choose} />
      </Section>
      <Consent
        ui={ui}
        report={report}
        isPrivate={drafted.isPrivate}
        delivers={store.delivers}
        keep={async () => {
          await store.keep(report);
          setKept(true);
        }}
      />
    </>
  );
}

interface Props {
  readonly ui: Ui;
  /** Absent when the draft is gone. */
  readonly drafted: Drafted | undefined;
  readonly store: ReportStore;
}

export function ReportPage({ ui, drafted, store }: Props): VNode {
  const { t } = ui;
  return (
    <Page
      ui={ui}
      heading={t('report.title')}
      corner={
        <button type="button" class="button" onClick={store.leave}>
          <EyeOff />
          {t('check.leave')}
        </button>
      }
    >
      {drafted ? (
        <Form ui={ui} drafted={drafted} store={store} />
      ) : (
        <Notice icon={<Info />}>
          <p>{t('report.gone')}</p>
        </Notice>
      )}
    </Page>
  );
}
