/** What was seen on this page, or why nothing could be seen. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PageState } from '#schema/messages.ts';
import { Arrow, Check, EyeOff, Info } from '../icons/icons.tsx';
import { Notice, Switch } from '../page/controls.tsx';
import { AskFirst } from '../page/sites.tsx';
import type { Ui } from '../page/ui.ts';
import { looks } from '../verdict/looks.ts';
import type { PageView, PopupStore } from './store.ts';

interface Props {
  readonly ui: Ui;
  readonly store: PopupStore;
  readonly view: PageView;
  readonly refresh: () => Promise<void>;
}

type Warned = PageState['warned'][number];

/** A warned post; a press leads to it in the page. */
function WarnedPost({ ui, warned, show }: { ui: Ui; warned: Warned; show: () => void }): VNode {
  const { warning, title } = warned;
  const { tone, word, Icon } = looks[warning.level];
  return (
    <li class={tone}>
      <button type="button" class="warned" onClick={show}>
        <Icon />
        <span>
          <span class="level">{ui.t(word)}</span>
          <strong>{warning.headline}</strong>
          <small dir="auto">{title}</small>
        </span>
        <span class="unseen">{ui.t('popup.show')}</span>
        <Arrow />
      </button>
    </li>
  );
}

function Counts({ ui, state, store }: { ui: Ui; state: PageState; store: PopupStore }): VNode {
  const { t } = ui;
  const { warned } = state;
  const warnings = warned.filter(({ warning }) => warning.level !== 'none').length;
  if (ui.settings.loudness === 'quiet') {
    return (
      <Notice icon={<EyeOff />}>
        <p class="strong">{t('popup.quiet')}</p>
        <p>{t('popup.quiet.offer')}</p>
      </Notice>
    );
  }
  if (!state.readable) {
    return (
      <Notice icon={<Info />}>
        <p class="strong">{t('popup.unreadable')}</p>
        <p>{t('popup.unreadable.offer')}</p>
      </Notice>
    );
  }
  return (
    <>
      <p class="count">
        {warnings > 0 ? (
          <strong>{t('popup.warned', { count: warnings })}</strong>
        ) : (
          <span class="with-icon">
            <Check />
            {t(state.judged > 0 ? 'popup.nothing' : 'popup.noPosts')}
          </span>
        )}
        {state.judged > 0 && <small>{t('popup.judged', { count: state.judged })}</small>}
      </p>
      {warned.length > 0 && (
        <ul class="warned-list">
          {warned.map((post) => (
            <WarnedPost key={post.key} ui={ui} warned={post} show={() => store.show(post.key)} />
          ))}
        </ul>
      )}
      {warnings === 0 && state.judged > 0 && <p class="note">{t('popup.notProof')}</p>}
    </>
  );
}

function ReadPage({ ui, store, state, refresh }: Props & { state: PageState }): VNode {
  const { t } = ui;
  const turn = async (on: boolean) => {
    await store.turn(state.site, on);
    await refresh();
  };
  const { siteName: site } = state;
  return (
    <>
      {site && <Switch label={t('popup.site', { site })} on={!state.off} turn={turn} />}
      {state.off ? (
        <Notice icon={<EyeOff />}>
          <p>{t('popup.off', { site })}</p>
        </Notice>
      ) : (
        <Counts ui={ui} state={state} store={store} />
      )}
    </>
  );
}

/** Summary of the page by what is known of it. */
export function PageSummary(props: Props): VNode {
  const { ui, store, view, refresh } = props;
  const [asking, setAsking] = useState(true);
  const { t } = ui;
  if (view.kind === 'read') return <ReadPage {...props} state={view.state} />;
  if (view.kind === 'ask' && asking)
    return (
      <AskFirst
        ui={ui}
        reason={t('site.reason', { site: view.site.name })}
        go={() => void store.allow(view.site).then(refresh)}
        leave={() => setAsking(false)}
      />
    );
  return (
    <Notice icon={<Info />}>
      <p class="strong">{t(view.kind === 'closed' ? 'popup.closed' : 'popup.uncovered')}</p>
      <p>{t(view.kind === 'closed' ? 'popup.closed.offer' : 'popup.uncovered.offer')}</p>
    </Notice>
  );
}
