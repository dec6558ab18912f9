/** A worker that has run nothing yet: opens the bytes it is given and scans one post. */
import { parentPort, workerData } from 'node:worker_threads';
import { openPhrases } from '#engine/phrases/open.ts';

const { bytes, post } = workerData as { bytes: Uint8Array; post: string };
const start = performance.now();
const phrases = openPhrases(bytes);
const opened = performance.now();
phrases.scan(post, () => {});
const scanned = performance.now();
parentPort!.postMessage({ ready: opened - start, firstScan: scanned - opened });
