/** Sends posts to be judged: few messages, none large, one at a time. */
import { MAX_BATCH } from '#schema/limits.ts';
import type { Judged } from '#schema/messages.ts';
import type { Post } from '#schema/post.ts';
import type { Warning } from '#schema/warning.ts';

/** 64 kB is where a round trip costs least per post. */
const MAX_UNITS = 64_000;
const RETRY_AFTER_MS = [1_000, 5_000];

export interface Batches {
  /** Puts a post in line; a later post of the same container replaces the earlier. */
  add(container: Element, post: Post): void;
  drop(container: Element): void;
  /** Sends the next batch unless one is under way. */
  pump(): void;
  stop(): void;
}

/** `done` is told of every judgement, in the order in which the answers come. */
export function createBatches(
  judge: (posts: Post[]) => Promise<Judged[]>,
  done: (container: Element, post: Post, warning: Warning | null) => void,
): Batches {
  const waiting = new Map<Element, Post>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  let isStopped = false;
  let failures = 0;

  const next = (): Map<string, [Element, Post]> => {
    const batch = new Map<string, [Element, Post]>();
    let units = 0;
    for (const [container, post] of waiting) {
      units += post.text.length;
      if (batch.size === MAX_BATCH || (batch.size > 0 && units > MAX_UNITS)) break;
      // Answers are told apart by key: of two posts with one key the second waits its turn.
      if (batch.has(post.key)) continue;
      batch.set(post.key, [container, post]);
      waiting.delete(container);
    }
    return batch;
  };
  const send = async () => {
    const batch = next();
    try {
      const results = await judge([...batch.values()].map(([, post]) => post));
      if (isStopped) return;
      failures = 0;
      for (const { key, warning } of results) {
        const asked = batch.get(key);
        if (asked) done(...asked, warning);
      }
    } catch {
      // The background may be starting over: the same posts again, a little later.
      const delay = RETRY_AFTER_MS[failures++];
      if (delay === undefined) failures = 0;
      if (delay === undefined || isStopped) return;
      for (const [container, post] of batch.values())
        if (!waiting.has(container)) waiting.set(container, post);
      await new Promise((resolve) => {
        timer = setTimeout(resolve, delay);
      });
    }
  };
  const pump = async () => {
    if (isBusy || isStopped || waiting.size === 0) return;
    isBusy = true;
    await send();
    isBusy = false;
    pump();
  };
  return {
    add: (container, post) => void waiting.set(container, post),
    drop: (container) => void waiting.delete(container),
    pump: () => void pump(),
    stop() {
      isStopped = true;
      clearTimeout(timer);
      waiting.clear();
    },
  };
}
