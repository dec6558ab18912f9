/** First run: three short screens; the rest can be skipped at any of them. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Brand } from '../page/shell.tsx';
import type { Ui } from '../page/ui.ts';
import { Places, Promises, Ready } from './screens.tsx';
import type { WelcomeStore } from './store.ts';
import './welcome.css';

const screens = [
  { heading: 'welcome.title', lead: 'welcome.lead', Body: Promises },
  { heading: 'welcome.where', lead: 'welcome.where.lead', Body: Places },
  { heading: 'welcome.ready', lead: 'welcome.ready.lead', Body: Ready },
] as const;

interface FootProps {
  readonly ui: Ui;
  readonly number: number;
  readonly go: (number: number) => void;
  readonly finish: () => void;
}

function Foot({ ui: { t }, number, go, finish }: FootProps): VNode {
  const last = number === screens.length - 1;
  return (
    <footer class="foot">
      {number > 0 && (
        <button type="button" class="button" onClick={() => go(number - 1)}>
          {t('welcome.back')}
        </button>
      )}
      <span class="progress">
        {t('welcome.progress', { number: number + 1, all: screens.length })}
      </span>
      {!last && (
        <button type="button" class="button quiet" onClick={finish}>
          {t('welcome.skip')}
        </button>
      )}
      <button type="button" class="button primary" onClick={last ? finish : () => go(number + 1)}>
        {t(last ? 'welcome.finish' : 'welcome.next')}
      </button>
    </footer>
  );
}

interface Props {
  readonly ui: Ui;
  readonly store: WelcomeStore;
  /** Screen to begin with. */
  readonly first?: number;
}

export function WelcomePage({ ui, store, first = 0 }: Props): VNode {
  const { t, settings } = ui;
  const [number, setNumber] = useState(first);
  const heading = useRef<HTMLHeadingElement>(null);
  const { heading: title, lead, Body } = screens[number]!;
  const before = useRef(number);
  useEffect(() => {
    if (before.current !== number) {
      heading.current?.focus();
      scrollTo(0, 0);
    }
    before.current = number;
    // The guess stands in the list as chosen, so going on takes it.
    if (number === 2 && !settings.country && store.guess) void ui.change({ country: store.guess });
  }, [number]);
  return (
    <div class="page">
      <header class="top">
        <Brand ui={ui} />
      </header>
      <main>
        <h1 ref={heading} tabIndex={-1}>
          {t(title)}
        </h1>
        <p class="lead">{t(lead)}</p>
        <Body ui={ui} store={store} />
      </main>
      <Foot ui={ui} number={number} go={setNumber} finish={store.finish} />
    </div>
  );
}
