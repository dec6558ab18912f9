/** Version, licence, and what Lurewatch is not. */
import type { VNode } from 'preact';
import type { Ui } from '../page/ui.ts';

export function About({ ui, version }: { ui: Ui; version: string }): VNode {
  const { t } = ui;
  return (
    <>
      <dl class="facts">
        <dt>{t('options.version')}</dt>
        <dd>{version}</dd>
        <dt>{t('options.licence')}</dt>
        <dd>Mozilla Public License 2.0</dd>
      </dl>
      <p class="note">{t('options.about.note')}</p>
    </>
  );
}
