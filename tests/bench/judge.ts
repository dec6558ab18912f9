/** What a whole verdict costs beside the phrase pass alone, with the project's own rules. */
import { loadRuleset } from '#cli/installed.ts';
import { textPost } from '#cli/post.ts';
import { detect } from '#engine/detect/detect.ts';
import { judge } from '#engine/judge.ts';
import type { Post } from '#schema/post.ts';
import { makePosts } from './material.ts';

const ROUNDS = 9;
const POSTS = 200;

/** Prints microseconds of processor time a post, median of the rounds, and times the phrase pass. */
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
  console.log(`\nverdicts on ${POSTS} mixed posts, rules ${ruleset.version}`);
  const times = parts.map(() => [] as number[]);
  for (let round = -2; round < ROUNDS; round++)
    parts.forEach(([, run], part) => {
      const before = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) times[part]!.push((user + system) / POSTS);
    });
  const medians = times.map((row) => row.sort((a, b) => a - b)[row.length >> 1]!);
  parts.forEach(([name], part) => {
    const ratio = medians[part]! / medians[0]!;
    console.log(
      `    ${name.padEnd(32)}${medians[part]!.toFixed(1).padStart(8)}${ratio.toFixed(1).padStart(8)}`,
    );
  });
}
