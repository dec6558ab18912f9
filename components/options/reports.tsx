/** The reports that the volunteer keeps, each to be read again or withdrawn. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { QueuedReport } from '#schema/report.ts';
import { day } from '../page/day.ts';
import type { Ui } from '../page/ui.ts';
import { schemeName } from '../report/schemes.ts';
import type { OptionsStore } from './store.ts';

interface Props {
  readonly ui: Ui;
  readonly store: OptionsStore;
}

/** Longest piece of a post that names its report in the list. */
const TITLE = 80;

const titleOf = ({ post }: QueuedReport): string =>
  (post.title ?? post.text).trim().slice(0, TITLE);

function Report({ report, ui, withdraw }: { report: QueuedReport; ui: Ui; withdraw: () => void }) {
  const { t, language } = ui;
  const title = titleOf(report);
  const kept = report.state === 'waiting';
  return (
    <li class="item">
      <span>
        {title && <strong dir="auto">{title}</strong>}
        <span>{schemeName(report.scheme, t)}</span>
        <small>
          {t(kept ? 'options.reports.kept' : 'options.reports.withdrawn', {
            date: day(report.consentedAt, language),
          })}
        </small>
      </span>
      {kept && (
        <button type="button" class="button" onClick={withdraw}>
          {t('options.reports.withdraw')}
          <span class="unseen"> {title}</span>
        </button>
      )}
    </li>
  );
}

export function ReportList({ ui, store }: Props): VNode {
  const { t, announce, settings } = ui;
  const [reports, setReports] = useState<readonly QueuedReport[]>([]);
  const refresh = () => store.reports().then(setReports);
  useEffect(() => void refresh(), [settings]);
  const withdraw = async ({ id }: QueuedReport) => {
    await store.withdraw(id);
    await refresh();
    announce(t('options.reports.done'));
  };
  if (reports.length === 0) return <p class="empty">{t('options.reports.none')}</p>;
  return (
    <ul class="rows">
      {reports.map((report) => (
        <Report key={report.id} report={report} ui={ui} withdraw={() => withdraw(report)} />
      ))}
    </ul>
  );
}
