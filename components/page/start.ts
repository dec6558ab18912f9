/** A page of the installed extension: settings from the database, words from the package. */
import type { VNode } from 'preact';
import { loadCatalogue } from '#platform/i18n.ts';
import { handle, send } from '#platform/messages.ts';
import { changeSettings, readSettings } from '#platform/settings.ts';
import type { MessageKey } from '#platform/translate.ts';
import { mountPage, type PageHost } from './mount.tsx';
import type { Change, Ui } from './ui.ts';

/** Tells background and other pages that settings or dismissals are others now. */
export async function tellChange(): Promise<void> {
  // Nobody there to hear it is no failure: whoever starts later reads the database.
  await send('settings.changed', {}).catch(() => {});
}

/** Stores settings and tells everybody. */
export async function saveSettings(change: Change): Promise<void> {
  await changeSettings(change);
  await tellChange();
}

const host: PageHost = {
  settings: () => readSettings(),
  catalogue: loadCatalogue,
  change: saveSettings,
};

/** Shows the page, and shows it anew whenever another page changes the settings. */
export async function startPage(title: MessageKey, view: (ui: Ui) => VNode): Promise<void> {
  const show = await mountPage(host, title, view);
  handle({
    'settings.changed': () => {
      void show();
      return {};
    },
  });
}
