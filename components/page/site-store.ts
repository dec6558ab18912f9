/** The sites as the browser and the reader allow them. */
import {
  isEverywhereGranted,
  isGranted,
  removeEverywhere,
  removeSite,
  requestEverywhere,
  requestSite,
} from '#platform/permissions.ts';
import { readSettings } from '#platform/settings.ts';
import type { Adapter } from '#schema/adapter.ts';
import type { EverywhereStore } from './everywhere.tsx';
import type { SiteChoice, SitesStore } from './sites.tsx';
import { saveSettings } from './start.ts';

/** What is allowed for one adapter. */
export async function siteChoice(adapter: Adapter): Promise<SiteChoice> {
  const { id, name, match, optional = false } = adapter;
  const [granted, settings] = await Promise.all([isGranted({ id, match }), readSettings()]);
  return { id, name, match, optional, granted, off: settings.sitesOff.includes(id) };
}

/** Switches one site. `requestSite` comes before any wait: browsers tie it to the press. */
export async function turnSite(site: SiteChoice, on: boolean): Promise<boolean> {
  if (on && !site.granted && !(await requestSite(site))) return false;
  if (!on && site.optional) await removeSite(site);
  const { sitesOff } = await readSettings();
  const others = sitesOff.filter((id) => id !== site.id);
  await saveSettings({ sitesOff: on ? others : [...others, site.id] });
  return true;
}

/** The warning on listed websites everywhere, as the browser allows it. */
export const everywhereStore: EverywhereStore = {
  everywhere: isEverywhereGranted,
  turnEverywhere: (on) => (on ? requestEverywhere() : removeEverywhere()),
};

/** All sites of the ruleset, by name. */
export const sitesStore = (adapters: () => Promise<readonly Adapter[]>): SitesStore => ({
  async sites() {
    const sites = await Promise.all((await adapters()).map(siteChoice));
    return sites.sort((a, b) => a.name.localeCompare(b.name));
  },
  turn: turnSite,
});
