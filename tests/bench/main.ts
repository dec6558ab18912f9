/** `npm run bench`: ours and the npm packages it is measured against, side by side in one run. */
import { cpus } from 'node:os';
import { benchFeed } from './feed.ts';
import { benchIndicators } from './indicators.ts';
import { benchJudge } from './judge.ts';
import { benchPhrases } from './phrases.ts';
import { benchWake } from './wake.ts';

const [cpu] = cpus();
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpu?.model}, ${new Date().toISOString().slice(0, 10)}`,
);
await benchPhrases();
benchJudge();
benchIndicators();
// In real Chromium, with the extension as it was just built.
await benchWake();
await benchFeed();
