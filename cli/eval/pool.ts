import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Post } from '#schema/post.ts';
import type { Outcome } from './outcome.ts';

/** Texts that a thread takes at once: enough to hide the way there and back. */
const BATCH = 200;

/**
 * Judges posts in as many threads as the machine has cores.
 * @param bytes the compiled ruleset
 * @param told called with the number of posts that are done
 */
export async function judgeAll(
  posts: readonly Post[],
  bytes: Uint8Array,
  told: (done: number) => void,
): Promise<Outcome[]> {
  const outcomes = new Array<Outcome>(posts.length);
  let next = 0;
  let done = 0;
  const run = async (): Promise<void> => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: bytes });
    try {
      while (next < posts.length) {
        const from = next;
        next += BATCH;
        worker.postMessage(posts.slice(from, from + BATCH));
        // A failure of the thread rejects here too.
        const [answers] = (await once(worker, 'message')) as [Outcome[]];
        answers.forEach((outcome, index) => {
          outcomes[from + index] = outcome;
        });
        done += answers.length;
        told(done);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, run));
  return outcomes;
}
