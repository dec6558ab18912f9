/**
 * The script in the pages of the named sites. Wiring only. The manifest names it (`wxt.config.ts`);
 * to WXT it is an unlisted script, because WXT's own content scripts tell the page of themselves by
 * an event that carries the extension's id, and listen to one by which a page could stop them.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountHandle } from '#components/banner/handle.tsx';
import { mountBanner } from '#components/banner/mount.tsx';
import type { Show } from '#page/banners.ts';
import { type Following, followPosts, type HandleOptions } from '#page/handle.ts';
import { createHighlighter } from '#page/highlight.ts';
import { createReader, type Reader } from '#page/reader.ts';
import { handle, send } from '#platform/reader-messages.ts';
import { isAlive } from '#platform/reader-transport.ts';
import type { Response } from '#schema/messages.ts';

type Start = Response<'reader.start'>;

/** How often a page asks whether its extension was updated or removed. */
const ALIVE_MS = 5_000;
/** A background that is still starting is asked again. */
const RETRY_MS = 2_000;

/** Set in this script's own world, so that a second injection finds the first. */
const INSTANCE = Symbol.for('reader');
const world = globalThis as { [INSTANCE]?: { restart(): void } };

/** What goes wrong in telling the background stays without a consequence in the page. */
const tell = (message: Promise<unknown>) => void message.catch(() => {});

function shower({ strings, language, direction }: Start, reader: () => Reader | undefined): Show {
  const highlighter = createHighlighter(document);
  return ({ post, host, ranges }, warning) => {
    let shown = warning;
    const banner = mountBanner({
      host,
      warning,
      strings,
      language,
      direction,
      post: { hasAuthor: post().author !== undefined, hasCompany: post().company !== undefined },
      on: {
        dismiss(scope) {
          tell(send('reader.dismiss', { post: post(), scope }));
          reader()?.dismissed(post(), scope, false);
        },
        undismiss(scope) {
          tell(send('reader.undismiss', { post: post(), scope }));
          reader()?.dismissed(post(), scope, true);
        },
        report: () => tell(send('reader.report', { post: post() })),
        show(isOpen) {
          if (isOpen) highlighter.mark(host, ranges(shown.signs.flatMap(({ quotes }) => quotes)));
          else highlighter.unmark(host);
        },
      },
    });
    return {
      update(next) {
        shown = next;
        banner.update(next);
      },
      focus: banner.focus,
      remove() {
        highlighter.unmark(host);
        banner.remove();
      },
    };
  };
}

/** The button at posts without a warning; those with one have it in their banner. */
function handles({ strings, language, direction }: Start, reader: Reader): HandleOptions {
  return {
    document,
    foundAt(node) {
      const found = reader.foundAt(node);
      return found && !reader.isWarned(found) ? found : undefined;
    },
    show: (host, container, current) =>
      mountHandle({
        host,
        container,
        label: strings['banner.report']!,
        language,
        direction,
        report() {
          const post = current();
          if (post) tell(send('reader.report', { post }));
        },
      }).remove,
  };
}

function read() {
  let reader: Reader | undefined;
  let answer: Start | undefined;
  let run = 0;
  /** Where the context menu was opened last: what its Report is about. */
  let pressed: Node | undefined;
  const menu = new AbortController();
  addEventListener(
    'contextmenu',
    (event) => {
      const [node] = event.isTrusted ? event.composedPath() : [];
      pressed = node instanceof Node ? node : undefined;
    },
    { capture: true, passive: true, signal: menu.signal },
  );

  let following: Following | undefined;
  const stop = () => {
    following?.stop();
    reader?.stop();
  };

  async function restart(): Promise<void> {
    const ownRun = ++run;
    stop();
    reader = undefined;
    answer = await send('reader.start', { url: location.href }).catch(() => undefined);
    if (ownRun !== run || !isAlive()) return;
    if (!answer) {
      setTimeout(() => ownRun === run && isAlive() && restart(), RETRY_MS);
      return;
    }
    if (answer.off) return;
    const show = shower(answer, () => reader);
    reader = createReader({
      document,
      adapter: answer.adapter,
      judge: async (posts) => (await send('reader.judge', { posts })).results,
      show(...given) {
        following?.leave();
        return show(...given);
      },
    });
    reader.start();
    if (answer.loudness !== 'quiet') following = followPosts(handles(answer, reader));
  }

  handle({
    'page.state': () =>
      reader?.state() ?? {
        site: answer?.adapter?.id ?? '',
        siteName: answer?.adapter?.name ?? '',
        off: answer?.off ?? false,
        readable: true,
        found: 0,
        judged: 0,
        warned: [],
      },
    'page.restart': () => {
      void restart();
      return {};
    },
    'page.report': () => {
      const found = pressed && reader?.foundAt(pressed);
      if (found) tell(send('reader.report', { post: found.post }));
      return { found: found !== undefined };
    },
    'page.show': ({ key }) => {
      reader?.reveal(key);
      return {};
    },
  });
  // Nobody tells a page that its extension is gone; what it left there would no longer work.
  const timer = setInterval(() => {
    if (isAlive()) return;
    clearInterval(timer);
    run++;
    menu.abort();
    stop();
  }, ALIVE_MS);
  return { restart };
}

export default defineUnlistedScript(() => {
  world[INSTANCE] ??= read();
  world[INSTANCE].restart();
});
