/** The small button that reports a post: at the one that is pointed at, or that holds the focus. */
import type { Post } from '#schema/post.ts';
import type { Found } from './extract.ts';
import { createHost } from './ours.ts';
import { placeHost } from './place.ts';

/** A pointer that only passes over posts, or a page that scrolls under it, calls up nothing. */
const REST_MS = 200;

export interface HandleOptions {
  readonly document: Document;
  /** The post in which a node stands; none where a banner has the button already. */
  readonly foundAt: (node: Node) => Found | undefined;
  /** Fills the host, which stands at the post; says how it is taken away. */
  readonly show: (
    host: HTMLElement,
    container: Element,
    post: () => Post | undefined,
  ) => () => void;
}

export interface Following {
  /** Takes the button away until pointer or focus move on: its post has a banner now. */
  leave(): void;
  stop(): void;
}

/** Begins to follow pointer and focus. */
export function followPosts({ document, foundAt, show }: HandleOptions): Following {
  const ending = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let here: { readonly container: Element; host: HTMLElement; hide(): void } | undefined;

  const leave = () => {
    here?.hide();
    here?.host.remove();
    here = undefined;
  };
  const rest = (node: Node | undefined) => {
    if (node && here?.host === node) return;
    const found = node && foundAt(node);
    if (found && here?.container === found.container && here.host.isConnected) return;
    leave();
    if (!found) return;
    const { container } = found;
    const host = createHost(document);
    placeHost(host, found);
    here = { container, host, hide: show(host, container, () => foundAt(container)?.post) };
  };
  const follow = (to: EventTarget | null | undefined, pause: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => rest(to instanceof Node ? to : undefined), pause);
  };
  /** A page can make its own events, and a finger does not rest: neither moves the button. */
  const on = <T extends 'focusin' | 'focusout' | 'pointerover' | 'pointerout'>(
    type: T,
    listen: (event: DocumentEventMap[T]) => void,
  ) =>
    document.addEventListener(
      type,
      (event) => {
        const isFinger = event instanceof PointerEvent && event.pointerType === 'touch';
        if (event.isTrusted && !isFinger) listen(event);
      },
      { capture: true, passive: true, signal: ending.signal },
    );
  on('focusin', (event) => follow(event.composedPath()[0], 0));
  on('pointerover', (event) => follow(event.composedPath()[0], REST_MS));
  // To nowhere in the page.
  on('focusout', (event) => event.relatedTarget ?? follow(undefined, REST_MS));
  on('pointerout', (event) => event.relatedTarget ?? follow(undefined, REST_MS));
  return {
    leave,
    stop() {
      ending.abort();
      clearTimeout(timer);
      leave();
    },
  };
}
