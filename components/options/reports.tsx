/** The volunteer's reports, how each stands, and the key that signs them. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { QueuedReport } from '#schema/report.ts';
import { Download, Trash } from '../icons/icons.tsx';
import { day } from '../page/day.ts';
import { saveFile } from '../page/save.ts';
import type { Ui } from '../page/ui.ts';
import { schemeName } from '../report/schemes.ts';
import type { OptionsStore } from './store.ts';

interface Props {
  readonly ui: Ui;
  readonly store: OptionsStore;
}

/** Longest piece of a post that names its report in the list. */
const TITLE = 80;
/** Reasons that say more than that a report was not listed. */
const REASONS = [
  'lawful-offer',
  'not-enough-evidence',
  'not-recruitment',
  'warning-or-news',
] as const;

const titleOf = ({ post }: QueuedReport): string =>
  (post.title ?? post.text).trim().slice(0, TITLE);

/** How a report stands, in a sentence or two. */
function standing({ state, reason, consentedAt }: QueuedReport, ui: Ui, delivers: boolean): string {
  const { t, language } = ui;
  const date = day(consentedAt, language);
  switch (state) {
    case 'waiting':
      return t(delivers ? 'options.reports.waiting' : 'options.reports.kept', { date });
    case 'withdrawing':
    case 'withdrawn':
      return t('options.reports.withdrawn', { date });
    case 'not-listed': {
      const why = REASONS.find((known) => known === reason);
      const said = t('options.reports.notListed');
      return why ? `${said} ${t(`options.reports.reason.${why}`)}` : said;
    }
    default:
      return t(`options.reports.${state}`);
  }
}

function Report({
  report,
  ui,
  store,
  withdraw,
}: Props & { report: QueuedReport; withdraw: () => void }) {
  const { t } = ui;
  const { state } = report;
  const title = titleOf(report);
  const isHere = state === 'waiting' || state === 'refused';
  const save = () =>
    saveFile(`report-${report.id.slice(0, 8)}.json`, `${JSON.stringify(report, null, 2)}\n`);
  return (
    <li class="item">
      <span>
        {title && <strong dir="auto">{title}</strong>}
        <span>{schemeName(report.scheme, t)}</span>
        <small>{standing(report, ui, store.delivers)}</small>
        {!isHere && state !== 'withdrawn' && (
          <small>
            {t('report.code')} <code>{report.id.slice(0, 8)}</code>
          </small>
        )}
      </span>
      {isHere && (
        <button type="button" class="button" onClick={save}>
          <Download />
          {t('report.save')}
          <span class="unseen"> {title}</span>
        </button>
      )}
      {state !== 'withdrawn' && state !== 'withdrawing' && (
        <button type="button" class="button" onClick={withdraw}>
          {t('options.reports.withdraw')}
          <span class="unseen"> {title}</span>
        </button>
      )}
    </li>
  );
}

/** Erasing the key, once it is there. */
function Key({ ui: { t, announce }, store }: Props): VNode | null {
  const [hasKey, setHasKey] = useState(false);
  useEffect(() => void store.hasKey().then(setHasKey), []);
  if (!hasKey) return null;
  const erase = async () => {
    await store.eraseKey();
    setHasKey(false);
    announce(t('options.key.done'));
  };
  return (
    <div class="row">
      <button type="button" class="button" onClick={erase} aria-describedby="key-note">
        <Trash />
        {t('options.key.erase')}
      </button>
      <small id="key-note">{t('options.key.note')}</small>
    </div>
  );
}

export function ReportList({ ui, store }: Props): VNode {
  const { t, announce, settings } = ui;
  const [reports, setReports] = useState<readonly QueuedReport[]>([]);
  const refresh = () => store.reports().then(setReports);
  useEffect(() => {
    void refresh();
    // What is on the device is shown at once; what the hub says comes when it comes.
    if (store.delivers) void store.refreshReports().then(refresh);
  }, [settings]);
  const withdraw = async ({ id }: QueuedReport) => {
    await store.withdraw(id);
    await refresh();
    announce(t('options.reports.done'));
  };
  return (
    <>
      {reports.length === 0 ? (
        <p class="empty">{t('options.reports.none')}</p>
      ) : (
        <ul class="rows">
          {reports.map((report) => (
            <Report
              key={report.id}
              report={report}
              ui={ui}
              store={store}
              withdraw={() => withdraw(report)}
            />
          ))}
        </ul>
      )}
      <Key ui={ui} store={store} />
    </>
  );
}
