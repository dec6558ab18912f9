import type { Judged } from './outcome.ts';

/** Share of lures found, and of findings that are lures, from a score on. */
export type Point = { odds: number; recall: number; precision: number };
/** Texts said to be lures with about this chance, and how many were. */
export type Bin = { said: number; came: number; texts: number };
/** Share of a group's texts whose score falls into a bin. */
export type Density = { label: string; odds: number; share: number };

const BINS = 10;
const POINTS = 200;
const RANGE = { from: -9, to: 9, width: 0.5 };

const isLure = ({ sample }: Judged): boolean => sample.label === 'scam';

/** Precision and recall of the scores alone, before the engine's limits, at falling thresholds. */
export function precisionRecall(judged: readonly Judged[]): Point[] {
  const sorted = [...judged].sort((a, b) => b.odds - a.odds);
  const all = judged.filter(isLure).length;
  const every = Math.max(1, Math.floor(all / POINTS));
  const points: Point[] = [];
  let hits = 0;
  sorted.forEach((text, index) => {
    if (!isLure(text)) return;
    hits++;
    if (hits % every === 0)
      points.push({ odds: text.odds, recall: hits / all, precision: hits / (index + 1) });
  });
  return points;
}

/** How often a chance that was said came true, in ten bins. */
export function calibration(judged: readonly Judged[]): Bin[] {
  const bins = Array.from({ length: BINS }, () => ({ said: 0, came: 0, texts: 0 }));
  for (const text of judged) {
    const chance = 1 / (1 + Math.exp(-text.odds));
    const bin = bins[Math.min(BINS - 1, Math.floor(chance * BINS))]!;
    bin.texts++;
    bin.said += chance;
    if (isLure(text)) bin.came++;
  }
  return bins
    .filter(({ texts }) => texts > 0)
    .map(({ said, came, texts }) => ({ said: said / texts, came: came / texts, texts }));
}

/** How the scores of each kind of text are spread. */
export function densities(judged: readonly Judged[]): Density[] {
  const counts = new Map<string, number>();
  const totals = new Map<string, number>();
  for (const { sample, odds } of judged) {
    const inside = Math.min(RANGE.to, Math.max(RANGE.from, odds));
    const bin = Math.floor(inside / RANGE.width) * RANGE.width;
    const key = `${sample.label} ${bin}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    totals.set(sample.label, (totals.get(sample.label) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => {
    const [label = '', odds = ''] = key.split(' ');
    return { label, odds: Number(odds), share: count / totals.get(label)! };
  });
}
