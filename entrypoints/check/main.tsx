/** Check page: `check.html`, or `check.html?handed=<id>` from the context menu. */
import { CheckPage } from '#components/check/check.tsx';
import { startPage } from '#components/page/start.ts';
import { closeOwnTab } from '#platform/active-tab.ts';
import { send } from '#platform/messages.ts';

const report = async (text: string) => void (await send('check.report', { text }));
const judge = async (text: string) => (await send('check.judge', { text, links: [] })).warning;

/** The text handed over and its result; `undefined` without one, or when it is gone. */
async function handedOver(id: string | null) {
  if (!id) return undefined;
  const { text } = await send('check.handed', { id }).catch(() => ({ text: null }));
  return text === null ? undefined : { text, warning: await judge(text).catch(() => null) };
}

const id = new URLSearchParams(location.search).get('handed');
const first = await handedOver(id);

await startPage('check.title', (ui) => (
  <CheckPage
    ui={ui}
    store={{ judge, report, leave: closeOwnTab }}
    first={first}
    lost={id !== null && first === undefined}
  />
));
