/** Report form: `report.html?draft=<id>`, opened by the banner's Report button. */
import { startPage } from '#components/page/start.ts';
import { ReportPage } from '#components/report/report.tsx';
import type { Drafted, ReportStore } from '#components/report/store.ts';
import { closeOwnTab, openOptions } from '#platform/active-tab.ts';
import { send } from '#platform/messages.ts';
import { requestCollection } from '#platform/permissions.ts';
import { draftFrom } from '#reports/draft.ts';
import { packagedHub } from '#reports/hub.ts';
import { keepReport } from '#reports/queue.ts';
import { withoutContacts } from '#reports/redact.ts';

/** The draft with the post as read and with its contacts masked; `undefined` when it is gone. */
async function drafted(id: string): Promise<Drafted | undefined> {
  const { draft, post, isPrivate } = await send('report.draft', { id });
  if (!draft || !post) return undefined;
  const { author } = post;
  // As if there were a warning: only then does a draft hold contacts as they were read.
  const plain = draftFrom(post, { level: 'caution', scheme: '' }, draft.rulesetVersion).post;
  const shown = author === undefined ? plain : { ...plain, author };
  return { draft, isPrivate, sources: { shown, masked: withoutContacts(shown) } };
}

const delivers = (await packagedHub().catch(() => undefined)) !== undefined;

const store: ReportStore = {
  delivers,
  async keep(report) {
    // Before anything is waited for: browsers ask only straight from a press. Who says no keeps the
    // report on this device.
    const asking = delivers ? requestCollection() : Promise.resolve(true);
    await keepReport(report);
    await asking.catch(() => false);
    await send('reports.deliver', {});
  },
  openQueue: openOptions,
  leave: closeOwnTab,
};

const id = new URLSearchParams(location.search).get('draft') ?? '';
const found = await drafted(id).catch(() => undefined);

await startPage('report.title', (ui) => <ReportPage ui={ui} drafted={found} store={store} />);
