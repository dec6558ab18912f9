import type { Move } from './baseline.ts';
import type { Evaluation } from './evaluation.ts';
import type { MutationRow } from './mutated.ts';
import { type Judged, nameOf } from './outcome.ts';
import type { Table } from './tables.ts';

/** Characters of a text that a terminal shows. */
const EXCERPT = 160;

/** An evaluation as lines for a terminal. */
export function printed({ tables, worst, mutations, part, judged }: Evaluation): string {
  return [
    `${judged.length} texts (part: ${part})`,
    ...tables.flatMap(tableLines),
    ...mutationLines(mutations),
    '\nLures missed, the least suspicious first',
    ...worst.misses.flatMap(textLines),
    '\nWarned about without cause, the most suspicious first',
    ...worst.alarms.flatMap(textLines),
  ].join('\n');
}

/** Texts whose verdict moved, for a terminal. */
export function printedMoves(moves: readonly Move[]): string {
  const worse = moves.filter(({ isBetter }) => !isBetter).length;
  return [
    `\n${moves.length} verdicts moved: ${worse} to the worse`,
    ...moves.map(
      ({ text, before, after, isBetter }) =>
        `  ${isBetter ? 'better' : 'worse '}  ${nameOf(text)}: ${before} → ${after}`,
    ),
  ].join('\n');
}

function tableLines({ title, rows }: Table): string[] {
  const head = `${'texts'.padStart(7)}${'caution'.padStart(9)}${'danger'.padStart(8)}  warned (95 %)`;
  return [
    `\n${title.padEnd(40)}${head}`,
    ...rows.map(({ name, texts, caution, danger, warned: { rate, low, high } }) =>
      [
        `  ${name}`.padEnd(40),
        String(texts).padStart(7),
        String(caution).padStart(9),
        String(danger).padStart(8),
        `  ${percent(rate)} % (${percent(low)} to ${percent(high)})`,
      ].join(''),
    ),
  ];
}

function mutationLines(rows: readonly MutationRow[]): string[] {
  if (rows.length === 0) return [];
  return [
    '\nRecall on mutated lures, beside the same lures as they were',
    ...rows.map(({ mutation, texts, plain, mutated }) => {
      const lost = (100 * (plain - mutated)) / texts;
      return `  ${mutation.padEnd(22)}${String(texts).padStart(6)}  ${percent(plain / texts)} → ${percent(mutated / texts)} %  (${lost > 0 ? '-' : '+'}${Math.abs(lost).toFixed(1)})`;
    }),
  ];
}

function textLines(text: Judged): string[] {
  const { sample, level, scheme, odds, findings } = text;
  const words = sample.text.replaceAll(/\s+/g, ' ').slice(0, EXCERPT);
  const seen = findings
    .filter(({ weight }) => weight !== 0)
    .map(({ signal, weight, quotes }) => `${signal} ${weight} "${quotes[0] ?? ''}"`);
  return [
    `  ${nameOf(text)} [${sample.language}] ${text.expected || sample.label}: ${level} ${scheme} (${odds.toFixed(1)})`,
    `      ${words}`,
    `      ${seen.join('; ') || 'no sign'}`,
  ];
}

const percent = (share: number): string => (100 * share).toFixed(share > 0 && share < 0.1 ? 2 : 1);
