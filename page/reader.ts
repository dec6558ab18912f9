/**
 * Reads a live page: finds posts as they come, judges those near the viewport, and keeps each
 * banner at its own post, however the site moves, re-uses or replaces its nodes.
 */
import type { Adapter } from '#schema/adapter.ts';
import type { Judged, PageState } from '#schema/messages.ts';
import type { Post } from '#schema/post.ts';
import { Banners, type Show } from './banners.ts';
import { createBatches } from './batches.ts';
import { Entries, type Entry } from './entries.ts';
import { containersIn, type Found, readContainer, siteAt } from './extract.ts';
import { genericAdapter } from './generic.ts';
import { createSlices } from './idle.ts';
import { type PageChanges, watchPage } from './observer.ts';
import { isGrowth, isSamePost, Outcomes } from './outcomes.ts';
import { Postings } from './postings.ts';
import { watchReadable } from './readable.ts';
import { compile } from './shapes.ts';
import { stateOf } from './state.ts';

/** The whole page is searched again this long after it changed, for what added nodes don't tell. */
const RESCAN_MS = 1_000;
/** A search takes at most this part of the time. */
const RESCAN_SHARE = 1 / 100;
/** After a soft navigation the pane of the old address may stand for this long. */
const MOVED_MS = 1_500;
const SWEEP_MS = 250;
/** Changes beside a post's words (counters, menus) are looked at this much later. */
const BESIDE_MS = 3_000;

export interface ReaderOptions {
  readonly document: Document;
  /** Absent where no adapter covers the page and the reader asked for it. */
  readonly adapter?: Adapter | undefined;
  readonly judge: (posts: Post[]) => Promise<Judged[]>;
  readonly show: Show;
}

/** How much "Not a problem" covers. */
export type Scope = 'post' | 'author' | 'company';

export interface Reader {
  start(): void;
  /** Undoes everything. */
  stop(): void;
  state(): PageState;
  /** The post in which a node stands, whether or not there is a warning. */
  foundAt(node: Node): Found | undefined;
  /** Is there a banner at this post? */
  isWarned(found: Found): boolean;
  /** Scrolls to a post and puts the focus on its banner. */
  reveal(key: string): void;
  /** "Not a problem" was pressed or taken back: the other banners that it covers follow. */
  dismissed(post: Post, scope: Scope, isTakenBack: boolean): void;
}

/** Work on a page that fights back may fail; what failed is left out, and nothing else stops. */
function safely<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Prepares a reader; nothing happens before `start`. */
export function createReader({ document, judge, show, ...options }: ReaderOptions): Reader {
  const adapter = options.adapter ?? genericAdapter;
  const compiled = compile(adapter, document);
  let site = siteAt(adapter, compiled, new URL(document.location.href));
  const outcomes = new Outcomes();
  const banners = new Banners(show);
  const postings = new Postings();
  const added = new Set<Element>();
  const discovered = new Set<Element>();
  let isStopped = false;
  let isFirst = true;
  let isSweepDue = false;
  let rescanTimer: ReturnType<typeof setTimeout> | undefined;
  let wakeTimer: ReturnType<typeof setTimeout> | undefined;
  let wakeTime = Number.POSITIVE_INFINITY;
  let rescanPause = RESCAN_MS;
  let sweptAt = 0;

  const entries = new Entries(() => {
    // The first post in sight does not wait for a gap.
    const first = isFirst && entries.next();
    isFirst = false;
    if (typeof first === 'object') safely(() => process(first));
    batches.pump();
    slices.schedule();
  });
  const batches = createBatches(judge, (container, post, warning) => {
    outcomes.set(post, warning);
    const entry = entries.at(container);
    if (entry?.found && isSamePost(entry.found.post, post)) apply(entry);
    if (post.kind === 'detail') for (const card of cardsOf(post.key)) apply(card);
  });
  const slices = createSlices(() => !isStopped && (safely(step) ?? true));

  /** A page of no named site is read by its JSON-LD alone where it has some. */
  const read = (container: Element): Found | undefined =>
    safely(() => {
      const isBySelf = !options.adapter && postings.containers.length > 0;
      return (isBySelf ? undefined : readContainer(container, site)) ?? postings.at(container);
    });

  function* cardsOf(key: string): Generator<Entry> {
    for (const entry of entries.live)
      if (entry.found?.post.key === key && entry.found.post.kind === 'card') yield entry;
  }

  function apply({ found }: Entry): void {
    if (found) safely(() => banners.set(found, outcomes.get(found.post) ?? null));
  }

  function process(entry: Entry): void {
    const { container, found: before } = entry;
    const found = read(container);
    const isNews = !before || !found || !isSamePost(before.post, found.post);
    entries.wasRead(entry, isNews);
    entry.found = found;
    if (!found) {
      batches.drop(container);
      banners.remove(container);
      return;
    }
    if (before && isNews) {
      if (!isGrowth(before.post, found.post)) banners.remove(container);
      // The pane stood under the address of the post before it: that judgement was not about it.
      if (before.post.text === found.post.text) {
        outcomes.forget(before.post);
        for (const card of cardsOf(before.post.key)) decide(card);
      }
    }
    decide(entry);
  }

  function decide(entry: Entry): void {
    const { container, found } = entry;
    if (!found) return;
    if (outcomes.get(found.post) === undefined) batches.add(container, found.post);
    else apply(entry);
  }

  /** One small piece of work; says whether there may be more. */
  function step(): boolean {
    for (const container of discovered) {
      discovered.delete(container);
      entries.add(container);
      return true;
    }
    for (const element of added) {
      added.delete(element);
      if (element.isConnected) discover(element, true);
      return true;
    }
    const next = entries.next();
    if (typeof next === 'object') {
      process(next);
      return true;
    }
    if (isSweepDue) sweep();
    batches.pump();
    if (next !== undefined) wakeAt(next);
    return false;
  }

  const discover = (root: ParentNode, isNew: boolean) => {
    for (const container of containersIn(root, site)) {
      const known = entries.at(container);
      if (!known) discovered.add(container);
      // Taken out, changed and put back: nothing told us of the change.
      else if (isNew) entries.touch(known, 0);
    }
  };

  function wakeAt(time: number): void {
    // Setting a timer costs more than a look at the one that stands.
    if (wakeTime <= time) return;
    clearTimeout(wakeTimer);
    wakeTime = time;
    wakeTimer = setTimeout(wake, Math.max(0, time - performance.now()));
  }

  function wake(): void {
    wakeTime = Number.POSITIVE_INFINITY;
    slices.schedule();
  }

  function sweep(): void {
    const now = performance.now();
    if (now - sweptAt < SWEEP_MS) {
      wakeAt(sweptAt + SWEEP_MS);
      return;
    }
    sweptAt = now;
    isSweepDue = false;
    for (const { container } of entries.sweep()) batches.drop(container);
    safely(() => banners.sweep());
  }

  function rescan(): void {
    const begin = performance.now();
    rescanTimer = undefined;
    safely(() => postings.refresh(document, site));
    for (const container of postings.containers) discovered.add(container);
    safely(() => discover(document, false));
    rescanPause = Math.max(RESCAN_MS, (performance.now() - begin) / RESCAN_SHARE);
    slices.schedule();
  }

  function changed(changes: PageChanges): void {
    for (const element of changes.added) added.add(element);
    isSweepDue ||= changes.removed;
    for (const { entry, isInWords } of entries.touchedBy(changes.touched)) {
      const settle = entry.found?.shape?.source.settle ?? 0;
      entries.touch(entry, isInWords ? settle : BESIDE_MS);
      if (isInWords) keepApart(entry.container);
    }
    for (const container of banners.containers())
      if (changes.added.some((element) => element.contains(container))) keepApart(container);
    rescanTimer ??= setTimeout(rescan, rescanPause);
    slices.schedule();
  }

  /** A banner must not stand at another post, not for one frame. */
  function keepApart(container: Element): void {
    const shown = banners.at(container);
    if (!shown) return;
    const now = read(container);
    const isSame = now && (now.post.key === shown.post.key || isGrowth(shown.post, now.post));
    if (!isSame) banners.remove(container);
  }

  function moved(location: URL): void {
    site = siteAt(adapter, compiled, location);
    for (const entry of entries.live) {
      const ids = entry.found?.shape?.fields.get('id') ?? [];
      entries.touch(entry, ids.some(({ from }) => from === 'url') ? MOVED_MS : 0);
    }
    clearTimeout(rescanTimer);
    rescan();
    readable.restart();
  }

  const hasPosts = () => [...entries.live].some(({ found, isNear }) => found || !isNear);
  const readable = watchReadable(document, () => site.shapes.length === 0 || hasPosts());
  let unwatch = () => {};

  return {
    start() {
      unwatch = watchPage(document, {
        changed: (changes) => safely(() => changed(changes)),
        moved: (location) => safely(() => moved(location)),
      });
      document.addEventListener('DOMContentLoaded', rescan);
      rescan();
      readable.restart();
    },
    stop() {
      isStopped = true;
      unwatch();
      document.removeEventListener('DOMContentLoaded', rescan);
      for (const timer of [rescanTimer, wakeTimer]) clearTimeout(timer);
      readable.stop();
      slices.stop();
      batches.stop();
      entries.stop();
      banners.clear();
    },
    state: () => stateOf(adapter, entries.live, outcomes, readable.isReadable()),
    foundAt(node) {
      const [innermost] = entries.touchedBy(new Set([node]));
      return innermost && read(innermost.entry.container);
    },
    isWarned: ({ container }) => banners.at(container) !== undefined,
    reveal(key) {
      const entry = [...entries.live].find(({ found }) => found?.post.key === key);
      if (!entry) return;
      entry.container.scrollIntoView({ block: 'center' });
      banners.focus(entry.container);
    },
    dismissed(post, scope, isTakenBack) {
      const name = scope === 'post' ? 'key' : scope;
      if (post[name] === undefined) return;
      for (const entry of entries.live) {
        const other = entry.found?.post;
        if (!other || other[name] !== post[name]) continue;
        outcomes.forget(other);
        // The banner that was pressed stays: it offers the way back.
        if (other.key === post.key && other.kind === post.kind) continue;
        if (isTakenBack) decide(entry);
        else banners.remove(entry.container);
      }
      batches.pump();
    },
  };
}
