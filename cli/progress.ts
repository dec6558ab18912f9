import { progress } from '@clack/prompts';

/** Shows how far a long run is, on a terminal's error stream; elsewhere it says nothing. */
export type Progress = { at(done: number): void; end(): void };

/** @param what the run does, in a word or two; @param all how many steps it has. */
export function makeProgress(what: string, all: number): Progress {
  if (!process.stderr.isTTY) return { at: () => {}, end: () => {} };
  const bar = progress({ max: all, output: process.stderr, style: 'block' });
  let last = 0;
  bar.start(`${what}: ${all} texts`);
  return {
    at(done) {
      bar.advance(done - last, `${what}: ${done} of ${all} texts`);
      last = done;
    },
    end() {
      bar.stop(`${what}: ${all} texts`);
    },
  };
}
