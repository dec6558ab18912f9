/** What a whole verdict costs beside the phrase pass alone, with the project's own rules. */
import { loadRuleset } from '#cli/installed.ts';
import { textPost } from '#cli/post.ts';
import { detect } from '#engine/detect/detect.ts';
import { judge } from '#engine/judge.ts';
import type { Post } from '#schema/post.ts';
import { makePosts } from './material.ts';
import { median, spread, table } from './print.ts';

const ROUNDS = 9;
const POSTS = 200;

/** Prints microseconds of processor time a post, and times the phrase pass. */
export function benchJudge(): void {
  const ruleset = loadRuleset();
  const posts = makePosts('mixed', POSTS).map((text, index) => textPost(`${index}`, text));
  const onAll = (run: (post: Post) => void) => () => {
    for (const post of posts) run(post);
  };
  const parts: [string, () => void][] = [
    ['phrase pass', onAll(({ text }) => ruleset.phrases.scan(text, () => {}))],
    ['first look: all signals', onAll((post) => detect(post, ruleset))],
    ['verdict, with the closer look', onAll((post) => judge(post, ruleset))],
  ];
  const times = parts.map(() => [] as number[]);
  for (let round = -2; round < ROUNDS; round++)
    parts.forEach(([, run], part) => {
      const before = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) times[part]!.push((user + system) / POSTS);
    });
  table(
    `Verdicts on ${POSTS} mixed posts with rules ${ruleset.version}: microseconds of processor a post`,
    ['', 'median (middle half)', 'times the phrase pass'],
    parts.map(([name], part) => [
      name,
      spread(times[part]!),
      (median(times[part]!) / median(times[0]!)).toFixed(2),
    ]),
  );
}
