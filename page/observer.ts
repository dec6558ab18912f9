/** What happens in the page: nodes that come and go, texts that change, and soft navigation. */
import { isOurs } from './ours.ts';

export interface PageChanges {
  /** Elements that came into the page. */
  readonly added: Element[];
  /** Nodes whose children or text changed. */
  readonly touched: Set<Node>;
  /** Something left the page. */
  readonly removed: boolean;
}

export interface PageListener {
  changed(changes: PageChanges): void;
  moved(location: URL): void;
}

/** The part of the Navigation API that says where the page is; not in every browser yet. */
interface Navigation extends EventTarget {}

function changesOf(records: readonly MutationRecord[]): PageChanges | undefined {
  const added: Element[] = [];
  const touched = new Set<Node>();
  let removed = false;
  for (const { type, target, addedNodes, removedNodes } of records) {
    if (type === 'characterData') {
      touched.add(target);
      continue;
    }
    let isForeign = removedNodes.length > 0;
    if (isForeign) removed = true;
    // By index: an iterator over a live list of nodes costs several times as much.
    for (let index = 0; index < addedNodes.length; index++) {
      const node = addedNodes[index]!;
      if (isOurs(node)) continue;
      isForeign = true;
      if (node.nodeType === Node.ELEMENT_NODE) added.push(node as Element);
    }
    if (isForeign) touched.add(target);
  }
  return touched.size > 0 ? { added, touched, removed } : undefined;
}

/**
 * Watches a document. Only nodes that were added or touched are handed on; nothing is searched
 * here. Soft navigation is seen by the browser's own events, and by comparing the address whenever
 * the page changes, as a page needs no event to rewrite it.
 */
export function watchPage(document: Document, listener: PageListener): () => void {
  const view = document.defaultView!;
  let { href } = view.location;
  const checkAddress = () => {
    if (view.location.href === href) return;
    ({ href } = view.location);
    listener.moved(new URL(href));
  };
  const observer = new MutationObserver((records) => {
    checkAddress();
    const changes = changesOf(records);
    if (changes) listener.changed(changes);
  });
  const { navigation } = view as unknown as { navigation?: Navigation };
  const sources: [EventTarget | undefined, string][] = [
    [view, 'popstate'],
    [view, 'hashchange'],
    [navigation, 'currententrychange'],
  ];
  for (const [target, type] of sources) target?.addEventListener(type, checkAddress);
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  return () => {
    observer.disconnect();
    for (const [target, type] of sources) target?.removeEventListener(type, checkAddress);
  };
}
