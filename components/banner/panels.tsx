/** What each button of the banner unfolds. */
import type { VNode } from 'preact';
import { Contacts, Steps } from '../help/help.tsx';
import { Late } from '../help/late.tsx';
import { Signs } from '../verdict/signs.tsx';
import { whenTrusted } from './fence.ts';
import type { View } from './state.ts';

/** What was seen, in the post's words, and why it matters. */
export function WhyPanel({ warning, t }: View): VNode {
  return (
    <>
      <p>{warning.summary}</p>
      <Signs signs={warning.signs} />
      {warning.notes.map((note) => (
        <p key={note} class="aside">
          {note}
        </p>
      ))}
      {warning.partial && <p class="aside">{t('banner.partial')}</p>}
      <p class="aside">
        {t('banner.notProof')}{' '}
        <small class="version">{t('banner.version', { version: warning.rulesetVersion })}</small>
      </p>
    </>
  );
}

/** What the reader can do now, and whom to ask. */
export function HelpPanel({ warning, t, language, announce }: View): VNode {
  return (
    <>
      <Steps steps={warning.steps} />
      {warning.help.length > 0 && (
        <>
          <strong>{t('banner.contacts')}</strong>
          <Contacts help={warning.help} t={t} language={language} announce={announce} />
        </>
      )}
      <Late scheme={warning.scheme} t={t} />
    </>
  );
}

/** How much is not a problem. */
export function DismissPanel({ scopes, t, dismiss }: View): VNode {
  return (
    <ul class="choices">
      {scopes.map((scope) => (
        <li key={scope}>
          <button type="button" class="button" onClick={whenTrusted(() => dismiss(scope))}>
            {t(`banner.dismiss.${scope}`)}
          </button>
        </li>
      ))}
    </ul>
  );
}
