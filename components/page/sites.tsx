/** The sites that Lurewatch reads, one by one, each asked for at the moment of use. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Lock } from '../icons/icons.tsx';
import { Notice, Switch } from './controls.tsx';
import type { Ui } from './ui.ts';

/** A site and what the reader and the browser allow. */
export interface SiteChoice {
  readonly id: string;
  readonly name: string;
  readonly match: readonly string[];
  /** Not in the manifest: the browser asks before it is read. */
  readonly optional: boolean;
  readonly granted: boolean;
  readonly off: boolean;
}

export interface SitesStore {
  readonly sites: () => Promise<SiteChoice[]>;
  /**
   * Switches a site on or off. On may make the browser ask, so it is called straight from a
   * press. False where the reader declined.
   */
  readonly turn: (site: SiteChoice, on: boolean) => Promise<boolean>;
}

/** The reason, in our words, before the browser asks in its own. */
export function AskFirst(props: {
  ui: Ui;
  reason: string;
  go: () => void;
  leave: () => void;
}): VNode {
  const { t } = props.ui;
  return (
    <Notice icon={<Lock />}>
      <p>{props.reason}</p>
      <div class="row">
        <button type="button" class="button primary" onClick={props.go}>
          {t('site.ask')}
        </button>
        <button type="button" class="button quiet" onClick={props.leave}>
          {t('page.cancel')}
        </button>
      </div>
    </Notice>
  );
}

interface RowProps {
  readonly ui: Ui;
  readonly site: SiteChoice;
  readonly turn: (on: boolean) => Promise<void>;
}

function SiteRow({ ui, site, turn }: RowProps): VNode {
  const [asking, setAsking] = useState(false);
  const { t } = ui;
  const press = (on: boolean) => (on && !site.granted ? setAsking(true) : void turn(on));
  return (
    <li>
      <Switch
        label={<bdi>{site.name}</bdi>}
        note={site.granted ? undefined : t('site.notGranted')}
        on={site.granted && !site.off}
        turn={press}
      />
      {asking && (
        <AskFirst
          ui={ui}
          reason={t('site.reason', { site: site.name })}
          go={() => void turn(true).finally(() => setAsking(false))}
          leave={() => setAsking(false)}
        />
      )}
    </li>
  );
}

/** The named sites, then those that are asked for. */
export function Sites({ ui, store }: { ui: Ui; store: SitesStore }): VNode {
  const [sites, setSites] = useState<readonly SiteChoice[]>([]);
  const refresh = () => store.sites().then(setSites);
  useEffect(() => void refresh(), [ui.settings]);
  const turn = async (site: SiteChoice, on: boolean) => {
    const done = await store.turn(site, on);
    if (!done) ui.announce(ui.t('site.declined', { site: site.name }));
    await refresh();
  };
  const list = (optional: boolean) => (
    <ul class="rows">
      {sites
        .filter((site) => site.optional === optional)
        .map((site) => (
          <SiteRow key={site.id} ui={ui} site={site} turn={(on) => turn(site, on)} />
        ))}
    </ul>
  );
  return (
    <>
      {list(false)}
      <details class="more">
        <summary>{ui.t('site.more')}</summary>
        {list(true)}
      </details>
    </>
  );
}
