import { OTHER } from '#engine/score.ts';
import type { Sample } from './sample.ts';

/** Words by which corpora call a kind of lure → the scheme it belongs to; the first that fits. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/escort/, 'sexual-exploitation'],
  [/courier|mule|laundering|account-rental/, 'money-mule'],
  [/offshore|trafficking|boiler-room|casino bonus/, 'forced-scam-work'],
  [/fake interview|advance-fee/, 'advance-fee'],
  [/fake vacancy/, 'identity-harvest'],
  [/emscad|corporate ad|quick-earn \/ work-from-home/, 'job-board-impostor'],
  [/telegram job|earnings spam/, 'investment-scam'],
  [/task|brushing|mystery-shopper|part-time|online-work/, 'task-scam'],
];

/** Does a lure of this scheme (none: no lure) teach a scheme? All lures teach the one of unknown kind. */
export const teaches = (lure: string | undefined, scheme: string): boolean =>
  scheme === OTHER ? lure !== undefined : lure === scheme;

/** Label of lures whose scheme the corpus does not tell. */
export const UNNAMED = 'unnamed';

/** The scheme of a lure, where the corpus names one of `schemes` or something that means one. */
export function schemeOf({ kind }: Sample, schemes: ReadonlySet<string>): string {
  if (schemes.has(kind)) return kind;
  const word = kind.toLowerCase();
  return KINDS.find(([pattern]) => pattern.test(word))?.[1] ?? UNNAMED;
}
