/** The phrase scanner beside npm packages, alternating in one process. */

import { Worker } from 'node:worker_threads';
import { brotliCompressSync } from 'node:zlib';
import { normalForm } from '#engine/text/fold.ts';
import { makePhrases, makePosts } from './material.ts';
import { median, spread, table } from './print.ts';
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
  const kinds = (['english', 'mixed'] as const).map((kind) =>
    measure(rivals, makePosts(kind, POSTS)),
  );
  const [english, mixed] = kinds as [Measured[], Measured[]];
  const times = (measured: Measured[], at: number) =>
    `${spread(measured[at]!.microseconds)} · ${(median(measured[at]!.microseconds) / median(measured[0]!.microseconds)).toFixed(1)}×`;
  table(
    `${phrases.length} phrases: microseconds a post, median (middle half) · times ours`,
    ['', 'build, ms', 'memory, MB', 'English', 'mixed', 'hits a post'],
    rivals.map(({ name, built, memory }, at) => [
      name,
      built.toFixed(0),
      (memory / 2 ** 20).toFixed(1),
      times(english, at),
      times(mixed, at),
      mixed[at]!.hits.toFixed(1),
    ]),
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

interface Measured {
  readonly microseconds: readonly number[];
  readonly hits: number;
}

function measure(rivals: readonly Rival[], posts: readonly string[]): Measured[] {
  const folded = posts.map(normalForm);
  const textsFor = ({ folds, slow }: Rival) =>
    (folds ? posts : folded).slice(0, slow ? FEW : POSTS);
  const times: number[][] = rivals.map(() => []);
  const hits = rivals.map(() => 0);
  for (let round = -2; round < ROUNDS; round++) {
    rivals.forEach((rival, r) => {
      if (rival.slow && round >= FEW) return;
      const texts = textsFor(rival);
      const start = performance.now();
      let found = 0;
      for (const text of texts) found += rival.scan(text);
      // The first rounds only warm up.
      if (round >= 0) times[r]!.push((1_000 * (performance.now() - start)) / texts.length);
      hits[r] = found / texts.length;
    });
  }
  return times.map((microseconds, r) => ({ microseconds, hits: hits[r]! }));
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
