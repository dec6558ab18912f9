import type { Field } from '../fields.ts';
import type { Ruleset } from '../ruleset/types.ts';
import type { Sum } from '../wording/model.ts';
import { strongestSpans } from '../wording/quotes.ts';
import type { MatcherSink } from './sink.ts';

/** Shows what the text model makes of the fields that were summed up, with the words that decide. */
export function detectWording(
  fields: Field[],
  sum: Sum,
  ruleset: Ruleset,
  sink: MatcherSink,
): void {
  const { wording, phrases } = ruleset;
  const score = wording.score(sum);
  if (!(score >= wording.alike)) return;
  for (const field of fields) {
    phrases.scan(field.text, () => {});
    const { folded } = phrases;
    for (const { from, to } of strongestSpans(folded, wording.shares(folded))) {
      const start = folded.starts[from]!;
      const end = phrases.endOf(field.text, folded.starts[to - 1]!);
      sink.add('text-model', field, start, end);
      if (score >= wording.strong) sink.add('text-model-strong', field, start, end);
    }
  }
}
