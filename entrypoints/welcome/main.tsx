import { everywhereStore, sitesStore } from '#components/page/site-store.ts';
import { saveSettings, startPage } from '#components/page/start.ts';
import type { WelcomeStore } from '#components/welcome/store.ts';
import { WelcomePage } from '#components/welcome/welcome.tsx';
import { closeOwnTab } from '#platform/active-tab.ts';
import { guessCountry } from '#platform/country.ts';
import { installedRuleset } from '#ruleset/installed.ts';

const store: WelcomeStore = {
  ...sitesStore(async () => (await installedRuleset()).sites),
  ...everywhereStore,
  guess: guessCountry(),
  async finish() {
    await saveSettings({ welcomed: true });
    await closeOwnTab();
  },
};

await startPage('welcome.title', (ui) => <WelcomePage ui={ui} store={store} />);
