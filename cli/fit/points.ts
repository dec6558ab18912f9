import type { SchemeSource } from '#schema/rules.ts';
import type { Thresholds } from './thresholds.ts';

/** A text without any sign reaches nothing, however common lures are in a corpus. */
const LEAST = 1;

/** Points at which a scheme reaches levels that are given as log odds. */
export function thresholdsInPoints(
  id: string,
  base: number,
  thresholds: Thresholds,
): SchemeSource['thresholds'] {
  const caution = thresholds.caution.get(id)!;
  const danger = Math.max(caution, thresholds.danger.get(id)!);
  const points = (odds: number) =>
    Math.max(LEAST, Math.round((odds - Math.round(base * 10) / 10) * 10) / 10);
  return { caution: points(caution), danger: points(danger) };
}
