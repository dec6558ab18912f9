import type { Judged } from './outcome.ts';
import { type Share, wilson } from './wilson.ts';

/** Texts of one group, how many were warned about at each level, and the share of all warnings. */
export type Row = { name: string; texts: number; caution: number; danger: number; warned: Share };
export type Table = { title: string; rows: Row[] };

/** Counts texts by what `name` says of them; texts without a name are left out. */
export function count(
  title: string,
  judged: readonly Judged[],
  name: (text: Judged) => string | undefined,
): Table {
  const rows = new Map<string, { name: string; texts: number; caution: number; danger: number }>();
  for (const text of judged) {
    const key = name(text);
    if (key === undefined) continue;
    const row = rows.get(key) ?? { name: key, texts: 0, caution: 0, danger: 0 };
    row.texts++;
    if (text.level !== 'none') row[text.level]++;
    rows.set(key, row);
  }
  return {
    title,
    rows: [...rows.values()]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((row) => ({ ...row, warned: wilson(row.caution + row.danger, row.texts) })),
  };
}

const isLure = ({ sample }: Judged): boolean => sample.label === 'scam';
const collected = ({ sample }: Judged): string => (sample.invented ? ' (invented)' : '');

/** The tables of an evaluation, the broadest first. */
export function tablesOf(judged: readonly Judged[]): Table[] {
  const lures = judged.filter(isLure);
  const honest = judged.filter(({ sample }) => sample.label === 'legit');
  return [
    count('What kind of text', judged, (text) => text.sample.label + collected(text)),
    count('Lures by scheme', lures, (text) => text.expected + collected(text)),
    count('Lures by language', lures, (text) => text.sample.language + collected(text)),
    count('Lures by source', lures, ({ sample }) => sample.source),
    count('Honest posts by market', honest, (text) => text.sample.market + collected(text)),
    count('Honest posts by language', honest, (text) => text.sample.language + collected(text)),
    count('Honest posts by source', honest, ({ sample }) => sample.source),
    count('Reports, warnings and others by source', judged, ({ sample }) =>
      sample.label === 'news' || sample.label === 'other' ? sample.source : undefined,
    ),
  ];
}
