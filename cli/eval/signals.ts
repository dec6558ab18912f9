import type { Judged } from './outcome.ts';
import { type Share, wilson } from './wilson.ts';

/** How a signal does in one language, or in all. */
export type SignalRow = {
  signal: string;
  language: string;
  /** Lures that show it, of all lures: how much of the lures it reaches. */
  recall: Share;
  /** Lures among all texts that show it: how much it means. */
  precision: Share;
  lures: number;
  others: number;
};

/** Figures of every signal, over all languages (`all`) and by language, for signals seen at all. */
export function signalsOf(judged: readonly Judged[]): SignalRow[] {
  const lures = new Map<string, number>();
  const seen = new Map<string, { lures: number; others: number }>();
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const { sample, findings } of judged) {
    const isLure = sample.label === 'scam';
    for (const language of ['all', sample.language]) {
      if (isLure) add(lures, language);
      for (const { signal } of findings) {
        const key = `${signal} ${language}`;
        const counts = seen.get(key) ?? { lures: 0, others: 0 };
        counts[isLure ? 'lures' : 'others']++;
        seen.set(key, counts);
      }
    }
  }
  return [...seen]
    .map(([key, counts]) => {
      const [signal = '', language = ''] = key.split(' ');
      return {
        signal,
        language,
        recall: wilson(counts.lures, lures.get(language) ?? 0),
        precision: wilson(counts.lures, counts.lures + counts.others),
        ...counts,
      };
    })
    .sort((a, b) => compare(a.signal, b.signal) || compare(a.language, b.language));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
