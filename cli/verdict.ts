import { once } from 'node:events';
import type { Verdict } from '#schema/verdict.ts';

/** A verdict as one JSON line. */
export function print(id: string | number | undefined, verdict: Verdict): string {
  const { level, scheme = null, score, findings, rulesetVersion } = verdict;
  const named = id === undefined ? {} : { id };
  return JSON.stringify({ ...named, level, scheme, score, findings, rulesetVersion });
}

/** A line that could not be judged, as one JSON line. */
export function printError({ id, error }: { id?: string | number; error: string }): string {
  return JSON.stringify(id === undefined ? { error } : { id, error });
}

/** A verdict in words: level and scheme, then each finding with what the post says. */
export function readable({ level, scheme, score, findings }: Verdict): string {
  const head = scheme ? `${level}: ${scheme} (${score} points)` : `${level} (${score} points)`;
  const lines = findings.map(({ signal, weight, quotes }) => {
    const said = quotes.map(({ text }) => `"${text}"`).join(', ');
    return `  ${weight > 0 ? '+' : ''}${weight} ${signal}: ${said}`;
  });
  return [head, ...lines].join('\n');
}

/** Writes a line and waits where the reader at the other end is slow. */
export async function writeOut(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}
