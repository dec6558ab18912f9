/** Versions, licence, and what Lurewatch is not. */
import type { VNode } from 'preact';
import { day } from '../page/day.ts';
import type { Ui } from '../page/ui.ts';
import type { OptionsStore } from './store.ts';

/** A ruleset's version begins with its day: `2026.11.24-…`. */
function dayOf(version: string): string | undefined {
  const [, year, month, date] = /^(\d{4})\.(\d{2})\.(\d{2})\b/.exec(version) ?? [];
  return year && `${year}-${month}-${date}`;
}

export function About({ ui, store }: { ui: Ui; store: OptionsStore }): VNode {
  const { t, language } = ui;
  const { version, rulesetVersion } = store;
  const date = rulesetVersion && dayOf(rulesetVersion);
  return (
    <>
      <dl class="facts">
        <dt>{t('options.version')}</dt>
        <dd>{version}</dd>
        <dt>{t('options.rules')}</dt>
        <dd>
          {rulesetVersion ? <bdi dir="ltr">{rulesetVersion}</bdi> : t('options.rules.broken')}
        </dd>
        {date && (
          <>
            <dt>{t('options.rules.date')}</dt>
            <dd>
              <time dateTime={date}>{day(date, language)}</time>
            </dd>
          </>
        )}
        <dt>{t('options.licence')}</dt>
        <dd>Mozilla Public License 2.0</dd>
      </dl>
      <p class="note">{t('options.about.note')}</p>
    </>
  );
}
