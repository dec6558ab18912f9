/** Banners at posts: shown, moved with their post, put back when the site clears them away. */
import type { Post } from '#schema/post.ts';
import type { Quote } from '#schema/verdict.ts';
import type { Warning } from '#schema/warning.ts';
import type { Found } from './extract.ts';
import { createHost } from './ours.ts';
import { placeHost } from './place.ts';
import { rangesOf } from './quotes.ts';

/** A place beside a post, with an empty host standing there. */
export interface Spot {
  /** The post as it was read last; it may grow. */
  readonly post: () => Post;
  readonly host: HTMLElement;
  /** Where the quoted words stand in the page at this moment. */
  ranges(quotes: readonly Quote[]): Range[];
}

/** What stands in a spot. */
export interface Shown {
  update(warning: Warning): void;
  focus(): void;
  remove(): void;
}

export type Show = (spot: Spot, warning: Warning) => Shown;

/** A site that clears our banner away more often than this means it. */
const MAX_PUT_BACK = 3;

interface Banner {
  found: Found;
  warning: Warning;
  readonly host: HTMLElement;
  readonly shown: Shown;
}

/** The banners of a page, by the container of their post. */
export class Banners {
  readonly #show: Show;
  readonly #byContainer = new Map<Element, Banner>();
  /** How often the banner of a post was put back; outlives the banner. */
  readonly #putBack = new WeakMap<Element, { key: string; times: number }>();

  constructor(show: Show) {
    this.#show = show;
  }

  get size(): number {
    return this.#byContainer.size;
  }

  containers(): Element[] {
    return [...this.#byContainer.keys()];
  }

  at(container: Element): Found | undefined {
    return this.#byContainer.get(container)?.found;
  }

  /** Shows, renews or takes away the banner of a post. */
  set(found: Found, warning: Warning | null): void {
    const { container, post } = found;
    if (!warning) {
      this.remove(container);
      return;
    }
    const present = this.#byContainer.get(container);
    if (present) {
      present.found = found;
      if (present.warning !== warning) present.shown.update(warning);
      present.warning = warning;
      return;
    }
    const gone = this.#putBack.get(container);
    if (gone?.key === post.key && gone.times >= MAX_PUT_BACK) return;

    const host = createHost(container.ownerDocument);
    placeHost(host, found);
    const now = () => this.#byContainer.get(container)?.found ?? found;
    const spot: Spot = {
      post: () => now().post,
      host,
      ranges: (quotes) => rangesOf(now(), quotes),
    };
    this.#byContainer.set(container, { found, warning, host, shown: this.#show(spot, warning) });
  }

  remove(container: Element): void {
    const banner = this.#byContainer.get(container);
    if (!banner) return;
    this.#byContainer.delete(container);
    banner.shown.remove();
    banner.host.remove();
  }

  focus(container: Element): void {
    this.#byContainer.get(container)?.shown.focus();
  }

  /** After something left the page: puts hosts back, drops banners whose post is gone. */
  sweep(): void {
    for (const [container, { found, host }] of this.#byContainer) {
      if (!container.isConnected) this.remove(container);
      else if (!container.ownerDocument.contains(host)) this.#restore(found, host);
    }
  }

  clear(): void {
    for (const container of this.containers()) this.remove(container);
  }

  #restore(found: Found, host: HTMLElement): void {
    const { container, post } = found;
    const earlier = this.#putBack.get(container);
    const times = earlier?.key === post.key ? earlier.times : 0;
    this.#putBack.set(container, { key: post.key, times: times + 1 });
    if (times < MAX_PUT_BACK) placeHost(host, found);
    else this.remove(container);
  }
}
