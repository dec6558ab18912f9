/** The publisher killed at random, with a reader who never stops looking. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readRulesText } from '#ruleset/bundle/rules-text.ts';
import { visit } from './client.ts';
import { Team } from './testing/team.ts';

const ROUNDS = 12;
const MAIN = new URL('../main.ts', import.meta.url).pathname;

let team: Team;
beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  team = new Team();
  await team.found();
});
afterAll(() => {
  vi.restoreAllMocks();
  team.end();
});

const start = (draft: string): ChildProcess =>
  spawn(
    process.execPath,
    [MAIN, 'publish', draft, '--to', team.repository, '--keys', team.at('keys', 'online')],
    { stdio: 'ignore' },
  );

const serial = async (): Promise<number> =>
  readRulesText((await visit(team.repository)).texts.rules).release.serial;

test('whoever reads sees the old state or the new one, whole', async () => {
  let [before, isOver] = [await serial(), false];
  let longest = 200;
  for (let round = 0; round < ROUNDS; round++) {
    team.addPhrase(`rate hotel number ${round}`);
    const draft = team.draft();
    expect(await team.sign(draft, 'amira', 'bela')).toBe(0);
    const began = Date.now();
    const child = start(draft);
    const exited = once(child, 'exit');
    isOver = false;
    const reading = (async () => {
      const seen = new Set<number>();
      while (!isOver) {
        seen.add(await serial());
        await setTimeout(1);
      }
      return seen;
    })();
    // The first run is left alone, to learn how long one takes.
    if (round > 0) {
      await setTimeout(Math.random() * longest);
      child.kill('SIGKILL');
    }
    await exited;
    if (round === 0) longest = Date.now() - began;
    isOver = true;
    for (const seen of await reading) expect([before, before + 1]).toContain(seen);
    const again = start(draft);
    const [status] = await once(again, 'exit');
    expect(status).toBe(0);
    expect(await serial()).toBe(before + 1);
    before++;
  }
});
