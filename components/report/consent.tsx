/** The last part of the form: everything else that is kept, the yes, and the buttons. */
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ReportDraft } from '#schema/report.ts';
import { Copy, Download, Lock } from '../icons/icons.tsx';
import { Notice } from '../page/controls.tsx';
import { saveFile } from '../page/save.ts';
import { Section } from '../page/shell.tsx';
import type { Ui } from '../page/ui.ts';

const asText = (report: ReportDraft): string => `${JSON.stringify(report, null, 2)}\n`;

/** The report letter by letter, and ways to take it along. */
function Whole({ ui: { t, announce }, report }: { ui: Ui; report: ReportDraft }): VNode {
  const copy = async () => {
    await navigator.clipboard.writeText(asText(report));
    announce(t('banner.copied'));
  };
  return (
    <details class="more">
      <summary>{t('report.whole')}</summary>
      <textarea
        autocomplete="off"
        class="letters"
        rows={12}
        readOnly
        dir="ltr"
        aria-label={t('report.whole')}
      >
        {asText(report)}
      </textarea>
      <div class="row">
        <button type="button" class="button" onClick={copy}>
          <Copy />
          {t('banner.copy')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => saveFile(`report-${report.id.slice(0, 8)}.json`, asText(report))}
        >
          <Download />
          {t('report.save')}
        </button>
      </div>
    </details>
  );
}

interface Props {
  readonly ui: Ui;
  readonly report: ReportDraft;
  readonly isPrivate: boolean;
  readonly delivers: boolean;
  readonly keep: () => Promise<void>;
}

export function Consent({ ui, report, isPrivate, delivers, keep }: Props): VNode {
  const { t } = ui;
  const box = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState('');
  const press = async (event: Event) => {
    event.preventDefault();
    if (!box.current?.checked) {
      setProblem(t('report.consent.missing'));
      box.current?.focus();
      return;
    }
    await keep().catch(() => setProblem(t('report.failed')));
  };
  return (
    <Section heading={t(delivers ? 'report.consent.hub' : 'report.consent')}>
      <Whole ui={ui} report={report} />
      {isPrivate ? (
        <Notice icon={<Lock />}>
          <p>{t('report.private')}</p>
        </Notice>
      ) : (
        <form onSubmit={press} noValidate>
          <label class="tick">
            <input
              type="checkbox"
              ref={box}
              aria-describedby="consent-problem"
              onChange={() => setProblem('')}
            />
            {t(delivers ? 'report.consent.yes.hub' : 'report.consent.yes')}
          </label>
          <p id="consent-problem" class="problem" role="alert">
            {problem}
          </p>
          <button type="submit" class="button primary">
            {t(delivers ? 'report.send' : 'report.keep')}
          </button>
        </form>
      )}
    </Section>
  );
}
