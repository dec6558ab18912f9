import { OptionsPage } from '#components/options/options.tsx';
import type { OptionsStore } from '#components/options/store.ts';
import { everywhereStore, sitesStore } from '#components/page/site-store.ts';
import { startPage, tellChange } from '#components/page/start.ts';
import { ownVersion } from '#platform/active-tab.ts';
import { eraseData, exportData } from '#platform/data.ts';
import { send } from '#platform/messages.ts';
import { forgetDismissal, listDismissals } from '#reports/dismissals.ts';
import { packagedHub } from '#reports/hub.ts';
import { listReports, withdrawReport } from '#reports/queue.ts';
import { eraseKey, storedKey } from '#reports/volunteer.ts';
import { installedRuleset } from '#ruleset/installed.ts';
import { forgetWithdrawn, withdrawnSightings } from '#ruleset/sightings.ts';

const ruleset = await installedRuleset().catch(() => undefined);
const sites = ruleset?.sites ?? [];
const nameOf = (id: string) => sites.find((site) => site.id === id)?.name ?? id;

const store: OptionsStore = {
  ...sitesStore(async () => sites),
  hidden: async () =>
    (await listDismissals()).map((item) => ({ ...item, site: nameOf(item.site) })),
  async unhide(hash) {
    await forgetDismissal(hash);
    await tellChange();
  },
  reports: () => listReports(),
  async withdraw(id) {
    await withdrawReport(id);
    await send('reports.deliver', {});
  },
  delivers: (await packagedHub().catch(() => undefined)) !== undefined,
  refreshReports: async () => void (await send('reports.deliver', {})),
  hasKey: async () => (await storedKey()) !== undefined,
  eraseKey: () => eraseKey(),
  exportData: () => exportData(),
  async eraseData() {
    await eraseData();
    await tellChange();
  },
  version: ownVersion(),
  rules: () => send('ruleset.status', {}),
  lookForRules: async () => (await send('ruleset.check', {})).outcome,
  withdrawn: () => withdrawnSightings(),
  forgetWithdrawn: () => forgetWithdrawn(),
  ...everywhereStore,
};

await startPage('options.title', (ui) => <OptionsPage ui={ui} store={store} />);
// The part that the address names exists only now.
document.getElementById(location.hash.slice(1))?.scrollIntoView();
