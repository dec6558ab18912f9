import type { Sample } from './sample.ts';

/**
 * Texts whose label is too unsure to count, after `kind`: adverts that only exaggerate, posts that
 * somebody suspects, spam that is a crime but no job. They are neither honest nor lures.
 */
const UNSURE = /misleading|suspected|unverified|laundering trade|spam \(non-job\)|synthetic/i;

/** Whether a text counts in figures and in learning. */
export const counts = ({ kind, source }: Sample): boolean =>
  !UNSURE.test(kind) && !UNSURE.test(source);
