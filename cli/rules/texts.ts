import { readFileSync } from 'node:fs';
import type { Problem } from './problem.ts';

/** A line of a phrase or case file with its number, from 1. */
export type Line = { line: number; text: string };
/** A text that a signal must show in (`wanted`) or must stay out of. */
export type Case = Line & { wanted: boolean };

/** Lines of a file without remarks (`#`) and empty lines. */
export function readLines(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((text, index) => ({ line: index + 1, text: text.trim() }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'));
}

/** Cases of a `.cases.txt` file: `+ text` must match, `- text` must not. `\n` breaks a line. */
export function readCases(file: string, problems: Problem[]): Case[] {
  const cases: Case[] = [];
  for (const { line, text } of readLines(file)) {
    const [, sign, body] = /^([+-])\s+(.*)$/.exec(text) ?? [];
    if (body === undefined) {
      problems.push({ file, line, message: 'a case begins with "+ " or "- "' });
      continue;
    }
    cases.push({ line, text: body.replaceAll('\\n', '\n'), wanted: sign === '+' });
  }
  for (const [wanted, missing] of [
    [true, 'a text that must match ("+ …")'],
    [false, 'a near miss that must not match ("- …")'],
  ] as const)
    if (!cases.some((each) => each.wanted === wanted))
      problems.push({ file, message: `lacks ${missing}` });
  return cases;
}
