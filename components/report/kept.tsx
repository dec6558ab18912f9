/** After the report was kept: what happened, and where it is now. */
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ReportDraft } from '#schema/report.ts';
import { Check } from '../icons/icons.tsx';
import { Notice } from '../page/controls.tsx';
import type { Ui } from '../page/ui.ts';

interface Props {
  readonly ui: Ui;
  readonly report: ReportDraft;
  readonly openQueue: () => void;
}

export function Kept({ ui: { t }, report, openQueue }: Props): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    scrollTo(0, 0);
  }, []);
  return (
    <Notice icon={<Check />}>
      <h2 ref={heading} tabIndex={-1}>
        {t('report.kept')}
      </h2>
      <p>{t('report.kept.where')}</p>
      <p class="note">
        {t('report.code')} <code>{report.id.slice(0, 8)}</code>
      </p>
      <button type="button" class="button" onClick={openQueue}>
        {t('report.queue')}
      </button>
    </Notice>
  );
}
