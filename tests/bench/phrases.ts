/** The phrase scanner beside npm packages, alternating in one process. */

import { Worker } from 'node:worker_threads';
import { brotliCompressSync } from 'node:zlib';
import { normalForm } from '#engine/text/fold.ts';
import { makePhrases, makePosts } from './material.ts';
import { beside, inTurn, type Pair, spread, table, timed } from './print.ts';
import { compile, makeRivals, type Rival } from './rivals.ts';

const ROUNDS = 15;
const POSTS = 200;
/** Posts and rounds for what takes milliseconds a post. */
const FEW = 5;
const FRESH_WORKERS = 9;

/** Measures with a small and a large set of phrases. */
export async function benchPhrases(): Promise<void> {
  const phrases = makePhrases(20_000);
  for (const count of [1_000, 20_000]) await compare(phrases.slice(0, count));
}

async function compare(phrases: string[]): Promise<void> {
  const rivals = makeRivals(phrases);
  const bytes = compile(phrases);
  const [own, ...others] = rivals as [Rival, ...Rival[]];
  const [english, mixed] = [makePosts('english', POSTS), makePosts('mixed', POSTS)];
  const row = (rival: Rival) => [
    rival.name,
    rival.built.toFixed(0),
    (rival.memory / 2 ** 20).toFixed(1),
    beside(measure(own, rival, english)),
    beside(measure(own, rival, mixed)),
    hitsOf(rival, mixed).toFixed(1),
  ];
  table(
    `${phrases.length} phrases: microseconds a post, median (middle half) · times ours in the same rounds`,
    ['', 'build, ms', 'memory, MB', 'English', 'mixed', 'hits a post'],
    [own, ...others].map(row),
  );
  const fresh = await openFresh(bytes, makePosts('mixed', 1)[0]!);
  table(
    `${phrases.length} phrases, compiled: opened in ${FRESH_WORKERS} fresh workers`,
    ['bytes', 'a phrase', 'packed (brotli), a phrase', 'ready, ms', 'first post, ms'],
    [
      [
        `${bytes.length}`,
        (bytes.length / phrases.length).toFixed(1),
        (brotliCompressSync(bytes).length / phrases.length).toFixed(1),
        spread(
          fresh.map(({ ready }) => ready),
          2,
        ),
        spread(
          fresh.map(({ firstScan }) => firstScan),
          2,
        ),
      ],
    ],
  );
}

/** Posts as a rival is handed them. */
function textsFor({ folds, slow }: Rival, posts: readonly string[]): string[] {
  const some = posts.slice(0, slow ? FEW : POSTS);
  return folds ? some : some.map(normalForm);
}

/** Microseconds a post. */
function measure(own: Rival, rival: Rival, posts: readonly string[]): Pair {
  const run = (one: Rival) => {
    const texts = textsFor(one, posts);
    return () =>
      timed(() => {
        for (const text of texts) one.scan(text);
      })[1] *
      (1_000 / texts.length);
  };
  return inTurn(rival.slow ? FEW : ROUNDS, run(own), run(rival));
}

function hitsOf(rival: Rival, posts: readonly string[]): number {
  const texts = textsFor(rival, posts);
  return texts.reduce((sum, text) => sum + rival.scan(text), 0) / texts.length;
}

interface Fresh {
  readonly ready: number;
  readonly firstScan: number;
}

/** What a worker that has run nothing yet pays from the bytes to its first answer. */
async function openFresh(bytes: Uint8Array, post: string): Promise<Fresh[]> {
  const runs: Fresh[] = [];
  for (let n = 0; n < FRESH_WORKERS; n++) {
    const worker = new Worker(new URL('fresh.ts', import.meta.url), {
      workerData: { bytes, post },
    });
    runs.push(await new Promise((done, fail) => worker.once('message', done).once('error', fail)));
    await worker.terminate();
  }
  return runs;
}
