/**
 * Every own page in a plain browser, without the extension: `?page=popup&state=warned&lang=ar`.
 * Stores are samples that keep what is pressed; `window.pressed` tells a test what that was.
 */
import type { VNode } from 'preact';
import { CheckPage } from '#components/check/check.tsx';
import { OptionsPage } from '#components/options/options.tsx';
import { mountPage } from '#components/page/mount.tsx';
import type { Change, Ui } from '#components/page/ui.ts';
import { Popup } from '#components/popup/popup.tsx';
import { ReportPage } from '#components/report/report.tsx';
import { WelcomePage } from '#components/welcome/welcome.tsx';
import { directionOf } from '#platform/languages.ts';
import type { MessageKey } from '#platform/translate.ts';
import { Settings } from '#schema/settings.ts';
import mark from '../../../public/icon/48.png?inline';
import neutralMark from '../../../public/icon-neutral/48.png?inline';
import {
  checkStore,
  drafted,
  everywhere,
  judged,
  optionsStore,
  popupStore,
  sites,
} from './sample-stores.ts';

declare global {
  interface Window {
    strings: Record<string, string>;
    pressed: string[];
  }
}

const query = new URLSearchParams(location.search);
const state = query.get('state') ?? '';
const language = query.get('lang') ?? 'en';
window.pressed = [];
const press = (what: string) => void window.pressed.push(what);

let settings = Settings.parse({
  language,
  neutralLook: query.has('neutral'),
  loudness: query.get('loudness') ?? 'every',
  ...(state !== 'new' && { country: 'MY' }),
});
const host = {
  settings: async () => settings,
  catalogue: async () => ({
    language,
    direction: directionOf(language),
    strings: window.strings,
  }),
  change: async (change: Change) => {
    press(`change ${JSON.stringify(change)}`);
    settings = Settings.parse({ ...settings, ...change });
  },
};

// Made once, as in the extension: a page that is shown anew keeps its stores.
const popup = popupStore(state, press);
const check = checkStore(press);
const options = optionsStore(state, press);
const welcome = {
  ...sites(press),
  ...everywhere(press),
  guess: 'MY',
  finish: () => press('finish'),
};
const draft = drafted(state);
const first = judged(state);

const pages = new Map<string, [MessageKey, (ui: Ui) => VNode]>([
  ['popup', ['app.name', (ui) => <Popup ui={ui} store={popup} />]],
  [
    'check',
    [
      'check.title',
      (ui) => <CheckPage ui={ui} store={check} first={first} lost={state === 'lost'} />,
    ],
  ],
  ['options', ['options.title', (ui) => <OptionsPage ui={ui} store={options} />]],
  [
    'welcome',
    ['welcome.title', (ui) => <WelcomePage ui={ui} first={Number(state) || 0} store={welcome} />],
  ],
  [
    'report',
    [
      'report.title',
      (ui) => (
        <ReportPage
          ui={ui}
          drafted={draft}
          store={{
            delivers: state === 'hub',
            keep: async (report) => press(`keep ${JSON.stringify(report)}`),
            openQueue: () => press('queue'),
            leave: () => press('leave'),
          }}
        />
      ),
    ],
  ],
]);

const [title, view] = pages.get(query.get('page') ?? 'check')!;
await mountPage(host, title, view);
for (const image of document.querySelectorAll('img'))
  image.src = query.has('neutral') ? neutralMark : mark;
