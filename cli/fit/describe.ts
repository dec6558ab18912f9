import type { Reading } from './evidence.ts';
import { byLanguage, type Count, share } from './figures.ts';
import type { Fit } from './fit.ts';

/** What a fit found, in words: for the terminal, and for the heads of the files. */
export function describeFit(
  { held, thresholds, wording }: Fit,
  readings: readonly Reading[],
): { text: string; heads: { scheme: string; wording: string } } {
  const without = byLanguage(readings, held.without);
  const withModel = byLanguage(readings, held.with);
  const lures = find(withModel, 'lures all');
  const honest = find(withModel, 'honest all');
  const found = [
    `Texts: ${readings.length}, a fifth of the corpora held out before.`,
    `Cross-validated: lures warned ${share(lures)}; honest ${share(honest)}.`,
    `Log odds from which on a text is caution ${thresholds.caution}, danger ${thresholds.danger}.`,
  ];
  const model = [
    `Scores from which on a wording is alike ${wording.alike}, strongly ${wording.strong}.`,
    'Warned about, cross-validated, at the same share of honest posts:',
    'texts | without the text model | with it',
    ...withModel.map((count) => {
      const before = find(without, count.name);
      return `${count.name} | ${share(before)} | ${share(count)}`;
    }),
  ];
  const scheme = [' Weights learnt by `lurewatch fit`.', ...found.map((line) => ` ${line}`)];
  const head = [' Learnt by `lurewatch fit`; not to be edited.', ...found, ...model];
  return {
    text: [...found, '', ...model].join('\n'),
    heads: {
      scheme: scheme.join('\n'),
      wording: head.map((line) => ` ${line.trim()}`).join('\n'),
    },
  };
}

const find = (counts: readonly Count[], name: string): Count =>
  counts.find((count) => count.name === name) ?? { name, texts: 0, warned: 0 };
