/** How fresh the rules are, who signed them, and a button to look for newer ones. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { MessageKey } from '#platform/translate.ts';
import type { Outcome, RulesetStatus } from '#schema/ruleset-status.ts';
import { Check, Info } from '../icons/icons.tsx';
import { Notice } from '../page/controls.tsx';
import { day, moment } from '../page/day.ts';
import type { Ui } from '../page/ui.ts';
import type { OptionsStore } from './store.ts';

/** Milliseconds between two looks at a check that runs. */
const REFRESH = 400;

/** What each outcome is called; several are the same to the reader. */
const words: Record<Outcome, MessageKey> = {
  current: 'updates.current',
  updated: 'updates.updated',
  unreachable: 'updates.unreachable',
  'not-an-update': 'updates.not-an-update',
  refused: 'updates.refused',
  expired: 'updates.refused',
  'failed-self-test': 'updates.refused',
  clock: 'updates.clock',
  'needs-newer': 'updates.needs-newer',
  storage: 'updates.storage',
  'no-channel': 'updates.no-channel',
};

/** What to say of the rules: what is wrong with them first, then how the last check ended. */
function sentence({ state, channel, lastOutcome }: RulesetStatus, pressed?: Outcome): MessageKey {
  if (pressed) return words[pressed];
  if (state !== 'fresh') return `updates.${state}`;
  if (!channel) return 'updates.no-channel';
  return lastOutcome ? words[lastOutcome] : 'updates.current';
}

const GOOD: ReadonlySet<MessageKey> = new Set<MessageKey>(['updates.current', 'updates.updated']);

export function Updates({ ui, store }: { ui: Ui; store: OptionsStore }): VNode | null {
  const { t, announce } = ui;
  const [status, setStatus] = useState<RulesetStatus | 'broken'>();
  const [pressed, setPressed] = useState<Outcome>();
  const [isBusy, setBusy] = useState(false);
  const refresh = () => store.rules().then(setStatus, () => setStatus('broken'));
  useEffect(() => void refresh(), [ui.settings]);
  useEffect(() => {
    if (!isBusy) return;
    const timer = setInterval(refresh, REFRESH);
    return () => clearInterval(timer);
  }, [isBusy]);
  if (!status) return null;
  if (status === 'broken')
    return (
      <Notice icon={<Info />}>
        <p>{t('options.rules.broken')}</p>
      </Notice>
    );
  const look = async () => {
    setBusy(true);
    const outcome = await store.lookForRules().catch((): Outcome => 'storage');
    await refresh();
    setPressed(outcome);
    setBusy(false);
    announce(t(words[outcome]));
  };
  const key = sentence(status, pressed);
  const step = status.running ?? 'asking';
  const running = step === 'asking' || step === 'fetching' ? 'updates.asking' : 'updates.preparing';
  return (
    <>
      <Notice icon={GOOD.has(key) ? <Check /> : <Info />}>
        <p class="strong">{t(isBusy ? running : key)}</p>
      </Notice>
      <Facts ui={ui} status={status} />
      {status.channel && (
        <div class="row">
          <button
            type="button"
            class="button"
            aria-disabled={isBusy}
            onClick={isBusy ? undefined : look}
          >
            {t('updates.check')}
          </button>
        </div>
      )}
    </>
  );
}

function Facts({ ui, status }: { ui: Ui; status: RulesetStatus }): VNode {
  const { t, language } = ui;
  const { version, date, signers, channel, lastCheck, nextCheck } = status;
  return (
    <dl class="facts">
      <dt>{t('options.rules')}</dt>
      <dd>
        <bdi dir="ltr">{version}</bdi>
      </dd>
      <dt>{t('options.rules.date')}</dt>
      <dd>
        <time dateTime={date}>{day(date, language)}</time>
      </dd>
      <dt>{t('updates.signed')}</dt>
      <dd>
        {signers.length > 0 ? new Intl.ListFormat(language).format(signers) : t('updates.packaged')}
      </dd>
      {channel && (
        <>
          <dt>{t('updates.last')}</dt>
          <dd>{lastCheck ? <When iso={lastCheck} language={language} /> : t('updates.never')}</dd>
          {nextCheck && (
            <>
              <dt>{t('updates.next')}</dt>
              <dd>
                <When iso={nextCheck} language={language} />
              </dd>
            </>
          )}
        </>
      )}
    </dl>
  );
}

const When = ({ iso, language }: { iso: string; language: string }): VNode => (
  <time dateTime={iso}>{moment(iso, language)}</time>
);
