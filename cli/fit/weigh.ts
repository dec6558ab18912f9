import type { Sample } from '../corpus/sample.ts';

/** A lure counts as much as so many other texts: there are few, and all matter. */
const LURE = 3;
/** Invented texts count less than collected ones. */
const INVENTED = 0.7;
/** Honest posts of a market with many lures count up to so much, or they would drown. */
const MOST = 14;
const REPORT = 2;
/** Honest posts of a market together weigh so much more than its lures, so that none looks guilty. */
const HONEST = 2;
/** Tweets, chats, text messages: far from job posts, and there are many. */
const OTHER = 0.7;

/** How much each text counts in learning, balanced within each market and language. */
export function weigh(samples: readonly Sample[]): Float64Array {
  const cells = new Map<string, { scam: number; legit: number }>();
  const cellOf = ({ market, language }: Sample) => `${market}/${language}`;
  for (const sample of samples) {
    const cell = cells.get(cellOf(sample)) ?? { scam: 0, legit: 0 };
    if (sample.label === 'scam') cell.scam += lure(sample);
    if (sample.label === 'legit') cell.legit++;
    cells.set(cellOf(sample), cell);
  }
  return Float64Array.from(samples, (sample) => {
    if (sample.label === 'scam') return lure(sample);
    if (sample.label === 'news') return REPORT;
    if (sample.label === 'other') return OTHER;
    const { scam, legit } = cells.get(cellOf(sample))!;
    return Math.min(MOST, Math.max(1, (HONEST * scam) / legit));
  });
}

const lure = ({ invented }: Sample): number => LURE * (invented ? INVENTED : 1);
