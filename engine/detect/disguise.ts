import { findDisguises } from '../extract/disguised.ts';
import type { Field } from '../fields.ts';
import type { MatcherSink } from './sink.ts';

/** Words whose letters are swapped to hide them from filters. */
export function detectDisguise(field: Field, sink: MatcherSink): void {
  for (const { start, end } of findDisguises(field.text))
    sink.add('disguised-text', field, start, end);
}
