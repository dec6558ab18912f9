import type { Reading } from './evidence.ts';
import { type Count, countedBy, share } from './figures.ts';
import type { Fit } from './fit.ts';

/** What a fit found, in words: for the terminal, and for the heads of the files. */
export function describeFit(
  { held, thresholds, wording }: Fit,
  readings: readonly Reading[],
): { text: string; heads: { scheme: string; wording: string } } {
  const without = countedBy(readings, held.without, namesOf);
  const withModel = countedBy(readings, held.with, namesOf);
  const lures = find(withModel, 'lures collected');
  const honest = find(withModel, 'honest collected');
  const found = [
    `Texts: ${readings.length}, a fifth of the corpora held out before.`,
    `Cross-validated: collected lures warned ${share(lures)}; honest ${share(honest)}.`,
    `Log odds from which on a text is caution: ${listed(thresholds.caution)}; danger: ${listed(thresholds.danger)}.`,
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

const listed = (odds: ReadonlyMap<string, number>): string =>
  [...odds].map(([id, value]) => `${id} ${value}`).join(', ');

/** The counts in which a text stands. */
function namesOf({ sample }: Reading): string[] {
  const kind = { scam: 'lures', legit: 'honest', news: 'reports', other: 'other' }[sample.label];
  const origin = sample.invented ? 'invented' : 'collected';
  if (sample.label !== 'scam' && sample.label !== 'legit') return [`${kind} ${origin}`];
  const names = [`${kind} all`, `${kind} ${origin}`, `${kind} in ${sample.language}`];
  return sample.invented ? names : [...names, `${kind} of ${sample.source}`];
}

const find = (counts: readonly Count[], name: string): Count =>
  counts.find((count) => count.name === name) ?? { name, texts: 0, warned: 0 };
