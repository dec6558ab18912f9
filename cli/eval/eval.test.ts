import { expect, test } from 'vitest';
import { movesSince, verdictsOf } from './baseline.ts';
import { calibration, densities, precisionRecall } from './curves.ts';
import { accuracyPage } from './docs.ts';
import type { Evaluation } from './evaluation.ts';
import { reportPage } from './html.ts';
import type { Judged } from './outcome.ts';
import { printed } from './print.ts';
import { signalsOf } from './signals.ts';
import { tablesOf } from './tables.ts';
import { worstOf } from './worst.ts';

type Given = Partial<Omit<Judged, 'sample'>> & { id: string; label: Judged['sample']['label'] };

const judged = ({ id, label, ...values }: Given): Judged => ({
  level: 'none',
  scheme: 'task-scam',
  odds: -5,
  findings: [],
  expected: label === 'scam' ? 'task-scam' : '',
  part: 'dev',
  sample: {
    id,
    label,
    source: 'test',
    language: 'en',
    market: 'KE',
    invented: false,
    text: `words <b>${id}</b>`,
  },
  ...values,
});
const finding = { signal: 'task-work', weight: 3, quotes: ['"like" & earn'] };
const texts = [
  judged({ id: 'found', label: 'scam', level: 'danger', odds: 4, findings: [finding] }),
  judged({ id: 'missed', label: 'scam', odds: -3 }),
  judged({ id: 'missed most', label: 'scam', odds: -6 }),
  judged({ id: 'quiet', label: 'legit' }),
  judged({ id: 'alarm', label: 'legit', level: 'caution', odds: 1, findings: [finding] }),
  judged({ id: 'news', label: 'news' }),
];
const evaluation: Evaluation = {
  rulesetVersion: 'abc',
  part: 'test',
  judged: texts,
  tables: tablesOf(texts),
  signals: signalsOf(texts),
  worst: worstOf(texts, 2),
  mutations: [{ mutation: 'leet', texts: 3, plain: 1, mutated: 0 }],
};

test('counts levels by group, with intervals', () => {
  const [kinds] = evaluation.tables;
  expect(
    kinds!.rows.map(({ name, texts, caution, danger }) => [name, texts, caution, danger]),
  ).toEqual([
    ['legit', 2, 1, 0],
    ['news', 1, 0, 0],
    ['scam', 3, 0, 1],
  ]);
  expect(kinds!.rows[2]!.warned).toMatchObject({ rate: 1 / 3 });
});

test('gives recall and precision of each signal, over all languages and by language', () => {
  expect(
    evaluation.signals.map(({ language, lures, others }) => [language, lures, others]),
  ).toEqual([
    ['all', 1, 1],
    ['en', 1, 1],
  ]);
  expect(evaluation.signals[0]!.recall.rate).toBeCloseTo(1 / 3);
  expect(evaluation.signals[0]!.precision.rate).toBe(0.5);
});

test('finds the worst misses and false alarms', () => {
  expect(evaluation.worst.misses.map(({ sample }) => sample.id)).toEqual(['missed most', 'missed']);
  expect(evaluation.worst.alarms.map(({ sample }) => sample.id)).toEqual(['alarm']);
});

test('names every verdict that moved, the worse ones first', () => {
  const kept = { rulesetVersion: 'old', verdicts: verdictsOf(texts) };
  expect(movesSince(texts, kept)).toEqual([]);
  kept.verdicts['test/missed'] = ['caution', 'task-scam'];
  kept.verdicts['test/quiet'] = ['caution', 'task-scam'];
  expect(movesSince(texts, kept).map(({ text, isBetter }) => [text.sample.id, isBetter])).toEqual([
    ['missed', false],
    ['quiet', true],
  ]);
});

test('draws curves from the scores', () => {
  expect(precisionRecall(texts)[0]).toEqual({ odds: 4, recall: 1 / 3, precision: 1 });
  expect(precisionRecall(texts).at(-1)!.recall).toBe(1);
  expect(calibration(texts).reduce((sum, { texts: all }) => sum + all, 0)).toBe(texts.length);
  const lures = densities(texts).filter(({ label }) => label === 'scam');
  expect(lures.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
});

test('writes a page without scripts in which texts are text', async () => {
  const page = await reportPage(evaluation);
  expect(page).toContain('<svg');
  expect(page).toContain('words &lt;b&gt;missed&lt;/b&gt;');
  expect(page).toContain('&quot;like&quot; &amp; earn');
  expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
});

test('the page of the documentation and the terminal show figures; only the terminal shows words', () => {
  expect(accuracyPage(evaluation, ['xx-test'])).toContain(
    '| scam | 3 | 0 | 1 | 33.3 % (6.15 to 79.2) |',
  );
  expect(accuracyPage(evaluation, ['xx-test'])).toContain('| leet | 3 | 33.3 % | 0.0 % |');
  expect(accuracyPage(evaluation, [])).not.toContain('words <');
  expect(printed(evaluation)).toContain('words <b>missed</b>');
});
