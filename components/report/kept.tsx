/** After the report was kept: what happened, and where it is now. */
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ReportDraft } from '#schema/report.ts';
import { Check } from '../icons/icons.tsx';
import { Notice } from '../page/controls.tsx';
import type { Ui } from '../page/ui.ts';
import type { ReportStore } from './store.ts';

interface Props {
  readonly ui: Ui;
  readonly report: ReportDraft;
  readonly store: ReportStore;
}

export function Kept({ ui: { t }, report, store }: Props): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    scrollTo(0, 0);
  }, []);
  return (
    <Notice icon={<Check />}>
      <h2 ref={heading} tabIndex={-1}>
        {t(store.delivers ? 'report.sent' : 'report.kept')}
      </h2>
      <p>{t(store.delivers ? 'report.sent.where' : 'report.kept.where')}</p>
      <p class="note">
        {t('report.code')} <code>{report.id.slice(0, 8)}</code>
      </p>
      <button type="button" class="button" onClick={store.openQueue}>
        {t('report.queue')}
      </button>
    </Notice>
  );
}
