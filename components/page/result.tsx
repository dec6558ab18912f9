/** What was found in a text: shown by check page and popup in the words of the banner. */
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Warning } from '#schema/warning.ts';
import { Contacts, Steps } from '../help/help.tsx';
import { Late } from '../help/late.tsx';
import { Caution, Danger, Search } from '../icons/icons.tsx';
import { Signs } from '../verdict/signs.tsx';
import type { Ui } from './ui.ts';

const looks = { none: Search, caution: Caution, danger: Danger };

function Verdict({ warning, ui: { t } }: { warning: Warning; ui: Ui }): VNode {
  const { level } = warning;
  const Look = looks[level];
  const heading = useRef<HTMLHeadingElement>(null);
  // A result is the answer to a press: whoever reads by ear is taken to it.
  useEffect(() => heading.current?.focus(), [warning]);
  return (
    <div class={`verdict ${level}`}>
      <Look />
      <div>
        {level !== 'none' && <strong class="level">{t(`banner.${level}`)}</strong>}
        <h2 ref={heading} tabIndex={-1}>
          {warning.headline}
        </h2>
        <p>{warning.summary}</p>
      </div>
    </div>
  );
}

/** Verdict, signs with quotes, steps, contacts. */
export function Result({ warning, ui }: { warning: Warning; ui: Ui }): VNode {
  const { t } = ui;
  const found = warning.level !== 'none';
  return (
    <section class={`result ${warning.level}`} aria-label={t('check.result')}>
      <Verdict warning={warning} ui={ui} />
      {warning.signs.length > 0 && (
        <>
          <h3>{t(found ? 'check.signs' : 'check.weakSigns')}</h3>
          <Signs signs={warning.signs} />
        </>
      )}
      {warning.notes.map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
      {warning.partial && <p class="note">{t('check.cut')}</p>}
      {warning.steps.length > 0 && (
        <>
          <h3>{t('banner.help')}</h3>
          <Steps steps={warning.steps} />
        </>
      )}
      {warning.help.length > 0 && (
        <>
          <h3>{t('banner.contacts')}</h3>
          <Contacts help={warning.help} t={t} language={ui.language} announce={ui.announce} />
        </>
      )}
      <Late scheme={warning.scheme} t={t} />
      <p class="note">
        {found && `${t('banner.notProof')} `}
        {t('banner.version', { version: warning.rulesetVersion })}
      </p>
    </section>
  );
}
