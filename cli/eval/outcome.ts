import type { Sample } from '../corpus/sample.ts';
import type { Part } from '../corpus/split.ts';

/** What the rules make of one labelled text. */
export type Outcome = {
  level: 'none' | 'caution' | 'danger';
  /** The scheme named, or the one that came closest. */
  scheme: string;
  /** Log odds, by that scheme, that the text is a lure. */
  odds: number;
  findings: { signal: string; weight: number; quotes: string[] }[];
};

/** A labelled text with its outcome; `scheme` of a lure is what its corpus says. */
export type Judged = Outcome & {
  sample: Pick<Sample, 'id' | 'source' | 'language' | 'market' | 'label' | 'invented'> & {
    text: string;
  };
  expected: string;
  part: Part;
};

/** Name of a text over all corpora. */
export const nameOf = ({ sample }: Judged): string => `${sample.source}/${sample.id}`;
