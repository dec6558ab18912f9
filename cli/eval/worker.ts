import { parentPort, workerData } from 'node:worker_threads';
import { openRuleset } from '#engine/ruleset/open.ts';
import type { Post } from '#schema/post.ts';
import { outcomeOf } from './judge.ts';

/** One thread of `judgeAll`: judges batch after batch with a ruleset of its own. */
const ruleset = openRuleset(workerData as Uint8Array);
parentPort!.on('message', (posts: Post[]) => {
  parentPort!.postMessage(posts.map((post) => outcomeOf(post, ruleset)));
});
