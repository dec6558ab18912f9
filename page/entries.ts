/** The containers of a page that may hold a post, and which of them are near the viewport. */
import type { Found } from './extract.ts';

/** How far beyond the viewport posts are judged: one of its heights. */
const NEAR = '100% 0px';
/** Reading that finds nothing new is put off longer each time, up to this. */
const MAX_PAUSE_MS = 500;

export interface Entry {
  readonly container: Element;
  found?: Found | undefined;
  isNear: boolean;
  /** On the page's clock: when it was read last, since when it waits, when to read it next. */
  readAt: number;
  since: number;
  notBefore: number;
  /** Pause after a reading that found nothing new. */
  pause: number;
}

/** Does a change at `nodes`, with all that stands around them, concern the words of an entry? */
function isInWords(
  { container, found }: Entry,
  nodes: ReadonlySet<Node>,
  climbed: ReadonlySet<Node>,
): boolean {
  if (!found || found.body.length === 0) return true;
  return found.body.some((root) => {
    if (!root.isConnected || climbed.has(root)) return true;
    for (let at: Node | null = root; at && at !== container; at = at.parentNode)
      if (nodes.has(at)) return true;
    return nodes.has(container);
  });
}

export class Entries {
  readonly #byContainer = new WeakMap<Node, Entry>();
  readonly #live = new Set<Entry>();
  /** Near the viewport and not read since they last changed. */
  readonly #due = new Set<Entry>();
  readonly #viewport: IntersectionObserver;

  /** `onNear` is told when entries came near and are due. */
  constructor(onNear: () => void) {
    this.#viewport = new IntersectionObserver(
      (sights) => {
        const near = sights.flatMap(({ target, isIntersecting, boundingClientRect: box }) => {
          const entry = this.#byContainer.get(target);
          // An element without a box (`display: contents`) never intersects anything.
          const hasBox = box.width > 0 || box.height > 0;
          return entry && (isIntersecting || !hasBox) ? entry : [];
        });
        for (const entry of near) {
          this.#viewport.unobserve(entry.container);
          entry.isNear = true;
          this.#due.add(entry);
        }
        if (near.length > 0) onNear();
      },
      { rootMargin: NEAR },
    );
  }

  get live(): ReadonlySet<Entry> {
    return this.#live;
  }

  at(container: Element): Entry | undefined {
    const entry = this.#byContainer.get(container);
    return entry && this.#live.has(entry) ? entry : undefined;
  }

  /** Takes a container in; one that was here before comes back with what is known of it. */
  add(container: Element): void {
    let entry = this.#byContainer.get(container);
    if (entry && this.#live.has(entry)) return;
    if (!entry) {
      entry = { container, isNear: false, readAt: 0, since: 0, notBefore: 0, pause: 0 };
      this.#byContainer.set(container, entry);
    }
    this.#live.add(entry);
    if (entry.isNear) this.#due.add(entry);
    else this.#viewport.observe(container);
  }

  /** Marks an entry as changed, to be read once it was left alone for so many milliseconds. */
  touch(entry: Entry, settle: number): void {
    if (!entry.isNear) return;
    const now = performance.now();
    if (!this.#due.has(entry)) entry.since = now;
    this.#due.add(entry);
    // A counter that never rests must not keep the post from being read.
    const settled = Math.min(now + settle, entry.since + 3 * settle);
    entry.notBefore = Math.max(settled, entry.readAt + entry.pause);
  }

  /** Was the last reading worth it? */
  wasRead(entry: Entry, isNews: boolean): void {
    entry.readAt = performance.now();
    entry.pause = isNews ? 0 : Math.min(MAX_PAUSE_MS, Math.max(50, entry.pause * 2));
  }

  /** An entry to read now; else the time at which the next one is to be read, if any. */
  next(): Entry | number | undefined {
    const now = performance.now();
    let soonest: number | undefined;
    for (const entry of this.#due) {
      if (entry.notBefore <= now) {
        this.#due.delete(entry);
        return entry;
      }
      soonest = Math.min(soonest ?? Number.POSITIVE_INFINITY, entry.notBefore);
    }
    return soonest;
  }

  /**
   * Entries in which one of the nodes stands, each once; and whether that touches what was read of
   * it, or only what stands beside its words (a counter, a menu).
   */
  touchedBy(nodes: ReadonlySet<Node>): { entry: Entry; isInWords: boolean }[] {
    const climbed = new Set<Node>();
    const touched: Entry[] = [];
    for (const node of nodes)
      for (let at: Node | null = node; at !== null && !climbed.has(at); at = at.parentNode) {
        climbed.add(at);
        const entry = this.#byContainer.get(at);
        if (entry && this.#live.has(entry)) touched.push(entry);
      }
    return touched.map((entry) => ({ entry, isInWords: isInWords(entry, nodes, climbed) }));
  }

  /** Drops entries whose container left the page, and says which. */
  sweep(): Entry[] {
    const gone = [...this.#live].filter(({ container }) => !container.isConnected);
    for (const entry of gone) {
      this.#live.delete(entry);
      this.#due.delete(entry);
      this.#viewport.unobserve(entry.container);
    }
    return gone;
  }

  stop(): void {
    this.#viewport.disconnect();
    this.#live.clear();
    this.#due.clear();
  }
}
