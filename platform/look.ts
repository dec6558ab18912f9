/** What the browser shows of the extension outside its pages: toolbar button and context menu. */
import { browser } from './browser.ts';
import type { Profile } from './profile.ts';
import { translate } from './translate.ts';

const CHECK_MENU = 'check';
const REPORT_MENU = 'report';
const SIZES = [16, 32, 48, 96, 128];

/** Firefox for Android has no context menus, whatever the types say. */
const menus = (): typeof browser.contextMenus | undefined => browser.contextMenus;

async function showButton({ settings, catalogue: { strings } }: Profile): Promise<void> {
  const folder = settings.neutralLook ? '/icon-neutral' : '/icon';
  const path = Object.fromEntries(SIZES.map((size) => [size, `${folder}/${size}.png`]));
  const name = settings.neutralLook ? 'app.neutralName' : 'app.name';
  await Promise.all([
    browser.action.setIcon({ path }),
    browser.action.setTitle({ title: translate(strings, name) }),
  ]);
}

async function showMenu(
  { catalogue: { strings } }: Profile,
  readPatterns: readonly string[],
): Promise<void> {
  await menus()?.removeAll();
  menus()?.create({
    id: CHECK_MENU,
    title: translate(strings, 'menu.check'),
    contexts: ['selection', 'link'],
  });
  if (readPatterns.length === 0) return;
  // In whole pages only where posts are read.
  menus()?.create({
    id: REPORT_MENU,
    title: translate(strings, 'report.title'),
    contexts: ['page', 'selection', 'link', 'image'],
    documentUrlPatterns: [...readPatterns],
  });
}

let running: Promise<unknown> = Promise.resolve();

/**
 * Shows button and menu in the reader's language, plain or neutral. One call after the other, as
 * two at once would both create the same menu.
 * @param readPatterns match patterns of the pages whose posts can be reported from the menu
 */
export function showLook(profile: Profile, readPatterns: readonly string[]): Promise<unknown> {
  running = running
    .catch(() => {})
    .then(() => Promise.all([showButton(profile), showMenu(profile, readPatterns)]));
  return running;
}

/** Calls back with the text or link that the reader wants checked. */
export function onCheckMenu(listener: (text: string) => void): void {
  menus()?.onClicked.addListener(({ menuItemId, selectionText, linkUrl }) => {
    const text = selectionText ?? linkUrl;
    if (menuItemId === CHECK_MENU && text) listener(text);
  });
}

/** What the context menu was opened on. */
export interface MenuPress {
  readonly tabId: number | undefined;
  readonly text: string | undefined;
  readonly link: string | undefined;
  readonly isPrivate: boolean;
}

/** Calls back when the reader wants a post or link reported. */
export function onReportMenu(listener: (press: MenuPress) => void): void {
  menus()?.onClicked.addListener(({ menuItemId, selectionText: text, linkUrl: link }, tab) => {
    if (menuItemId !== REPORT_MENU) return;
    listener({ tabId: tab?.id, text, link, isPrivate: tab?.incognito ?? false });
  });
}
