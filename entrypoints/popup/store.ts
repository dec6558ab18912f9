/** The tab in front of the reader, as the popup's store. */
import { siteChoice, turnSite } from '#components/page/site-store.ts';
import type { PageView, PopupStore } from '#components/popup/store.ts';
import { activeTab, openOptions, selectionOf } from '#platform/active-tab.ts';
import { send, sendToTab } from '#platform/messages.ts';
import { readOnce } from '#platform/permissions.ts';
import { openOwnPage } from '#platform/tabs.ts';
import { installedRuleset } from '#ruleset/installed.ts';
import { forgetWithdrawn, withdrawnSightings } from '#ruleset/sightings.ts';
import { adapterFor } from '#ruleset/sites.ts';
import { MAX_TEXT } from '#schema/post.ts';

/** How often and how long a reader that was just started is asked for its state. */
const TRIES = 15;
const PAUSE = 200;

async function tabId(): Promise<number> {
  const tab = await activeTab();
  if (!tab) throw new Error('no tab');
  return tab.id;
}

const stateOf = async (tab: number): Promise<PageView> => ({
  kind: 'read',
  state: await sendToTab(tab, 'page.state', {}),
});

/** Puts the reader into the tab and waits until it answers. */
async function readNow(): Promise<PageView> {
  const tab = await tabId();
  await readOnce(tab);
  for (let tries = 0; tries < TRIES; tries++) {
    const view = await stateOf(tab).catch(() => undefined);
    if (view) return view;
    await new Promise((done) => setTimeout(done, PAUSE));
  }
  return { kind: 'closed' };
}

const readNowOrClosed = (): Promise<PageView> =>
  readNow().catch((): PageView => ({ kind: 'closed' }));

/** Why no reader answers in the tab. */
async function unreadPage(url: string): Promise<PageView> {
  if (!/^https?:/.test(url)) return { kind: 'closed' };
  const adapter = adapterFor(url, (await installedRuleset()).sites);
  if (!adapter) return { kind: 'uncovered' };
  const site = await siteChoice(adapter);
  // Granted and silent: the page is older than the extension, so its reader is missing.
  return site.granted ? readNowOrClosed() : { kind: 'ask', site };
}

async function adapterOf(id: string) {
  const { sites } = await installedRuleset();
  const adapter = sites.find((site) => site.id === id);
  return adapter && siteChoice(adapter);
}

export const popupStore: PopupStore = {
  async page() {
    const tab = await activeTab();
    if (!tab) return { kind: 'closed' };
    return stateOf(tab.id).catch(() => unreadPage(tab.url));
  },
  async show(key) {
    await sendToTab(await tabId(), 'page.show', { key });
    close();
  },
  async turn(id, on) {
    const site = await adapterOf(id);
    if (site) await turnSite(site, on);
  },
  async allow(site) {
    const allowed = await turnSite(site, true);
    if (allowed) await readNowOrClosed();
    return allowed;
  },
  readOnce: readNowOrClosed,
  selection: async () => (await selectionOf(await tabId())).slice(0, MAX_TEXT),
  judge: async (text) => (await send('check.judge', { text, links: [] })).warning,
  rules: async () => (await send('ruleset.status', {})).state,
  withdrawn: () => withdrawnSightings(),
  forgetWithdrawn: () => forgetWithdrawn(),
  async open(page) {
    await (page === 'options' ? openOptions() : openOwnPage('check.html'));
    close();
  },
};
