/** The banner of a listed website: above the page, until the reader leaves or hides it. Wiring only. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountAbove } from '#components/banner/above.ts';
import type { MountedBanner } from '#components/banner/mount.tsx';
import { handle, send } from '#platform/reader-messages.ts';

/** Set in this script's own world, so that a second injection finds the first. */
const INSTANCE = Symbol.for('listed');
const world = globalThis as { [INSTANCE]?: true };

const tell = (message: Promise<unknown>) => void message.catch(() => {});

async function show(): Promise<MountedBanner | undefined> {
  const { warning, ...words } = await send('reader.listed', {});
  if (!warning) return undefined;
  return mountAbove(document, {
    ...words,
    warning,
    post: { hasAuthor: false, hasCompany: false },
    on: {
      dismiss: () => tell(send('reader.dismissPage', { undo: false })),
      undismiss: () => tell(send('reader.dismissPage', { undo: true })),
      report: () => {},
      show: () => {},
      // The page's own entry in the history goes with it: "back" leads to where it was opened.
      leave: () => location.replace('about:blank'),
    },
  });
}

export default defineUnlistedScript(() => {
  if (world[INSTANCE]) return;
  world[INSTANCE] = true;
  let banner: MountedBanner | undefined;
  const restart = async () => {
    const next = await show().catch(() => banner);
    if (next !== banner) banner?.remove();
    banner = next;
  };
  handle({
    'page.restart': () => {
      void restart();
      return {};
    },
  });
  void restart();
});
