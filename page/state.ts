/** What the popup is told of a page. */
import type { Adapter } from '#schema/adapter.ts';
import type { PageState } from '#schema/messages.ts';
import type { Entry } from './entries.ts';
import type { Outcomes } from './outcomes.ts';

const MAX_TITLE = 120;

const inPageOrder = (a: Entry, b: Entry) =>
  a.container.compareDocumentPosition(b.container) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

/** Posts out of sight count as found; empty shells near the viewport do not. */
export function stateOf(
  adapter: Adapter,
  live: Iterable<Entry>,
  outcomes: Outcomes,
  readable: boolean,
): PageState {
  const found = [...live].filter((entry) => entry.found || !entry.isNear).sort(inPageOrder);
  const judged = found.flatMap(({ found: one }) => {
    const warning = one && outcomes.get(one.post);
    return warning === undefined ? [] : { post: one!.post, warning };
  });
  return {
    site: adapter.id,
    siteName: adapter.name,
    off: false,
    readable,
    found: found.length,
    judged: judged.length,
    warned: judged.flatMap(({ post: { key, title, text }, warning }) =>
      warning ? { key, title: (title ?? text).slice(0, MAX_TITLE), warning } : [],
    ),
  };
}
