/** `npm run bench`: the phrase scanner side by side with npm packages, alternating in one process. */
import { Worker } from 'node:worker_threads';
import { normalForm } from '#engine/text/fold.ts';
import { benchIndicators } from './indicators.ts';
import { benchJudge } from './judge.ts';
import { makePhrases, makePosts } from './material.ts';
import { compile, makeRivals, type Rival } from './rivals.ts';

const ROUNDS = 15;
const POSTS = 200;
const FRESH_WORKERS = 9;

const phrases = makePhrases(20_000);
for (const count of [1_000, 20_000]) await compare(phrases.slice(0, count));
benchJudge();
benchIndicators();

async function compare(some: string[]): Promise<void> {
  const rivals = makeRivals(some);
  const bytes = compile(some);
  console.log(`\n${some.length} phrases; compiled ${bytes.length} bytes`);
  console.log('  phrases → ready, ms');
  for (const { name, built } of rivals) console.log(`    ${name.padEnd(30)}${built.toFixed(0)}`);
  for (const kind of ['english', 'mixed'] as const) {
    const posts = makePosts(kind, POSTS);
    print(kind, rivals, measure(rivals, posts));
  }
  await printFresh(bytes, makePosts('mixed', 1)[0]!);
}

interface Measured {
  microseconds: number;
  hits: number;
}

function measure(rivals: Rival[], posts: string[]): Measured[] {
  const folded = posts.map(normalForm);
  const times: number[][] = rivals.map(() => []);
  const hits = rivals.map(() => 0);
  for (let round = -2; round < ROUNDS; round++) {
    rivals.forEach((rival, r) => {
      const texts = rival.folds ? posts : folded;
      const start = performance.now();
      let found = 0;
      for (const text of texts) found += rival.scan(text);
      // The first rounds only warm up.
      if (round >= 0) times[r]!.push(performance.now() - start);
      hits[r] = found;
    });
  }
  return times.map((row, r) => ({
    microseconds: (1000 * median(row)) / posts.length,
    hits: hits[r]! / posts.length,
  }));
}

function print(kind: string, rivals: Rival[], measured: Measured[]): void {
  console.log(`  ${kind}: microseconds a post (median of ${ROUNDS}), times ours, hits a post`);
  const own = measured[0]!.microseconds;
  rivals.forEach(({ name }, r) => {
    const { microseconds, hits } = measured[r]!;
    const figures = [microseconds.toFixed(1), (microseconds / own).toFixed(1), hits.toFixed(1)];
    console.log(`    ${name.padEnd(30)}${figures.map((figure) => figure.padStart(10)).join('')}`);
  });
}

async function printFresh(bytes: Uint8Array, post: string): Promise<void> {
  const ready: number[] = [];
  const first: number[] = [];
  for (let i = 0; i < FRESH_WORKERS; i++) {
    const worker = new Worker(new URL('fresh.ts', import.meta.url), {
      workerData: { bytes, post },
    });
    const answer = await new Promise<{ ready: number; firstScan: number }>((resolve, reject) => {
      worker.once('message', resolve).once('error', reject);
    });
    await worker.terminate();
    ready.push(answer.ready);
    first.push(answer.firstScan);
  }
  console.log(
    `  fresh worker: bytes → ready ${median(ready).toFixed(3)} ms, ` +
      `first post ${median(first).toFixed(2)} ms (median of ${FRESH_WORKERS})`,
  );
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
