import type { Quote } from '#schema/verdict.ts';
import { type Field, quoteOf } from '../fields.ts';
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
  const { wording } = ruleset;
  const score = wording.score(sum);
  if (!(score >= wording.alike)) return;
  let found: Quote[] | undefined;
  const find = () => {
    found ??= fields.flatMap((field) => strongestQuotes(field, ruleset));
    return found;
  };
  sink.addLater('text-model', find);
  if (score >= wording.strong) sink.addLater('text-model-strong', find);
}

function strongestQuotes(field: Field, { wording, phrases }: Ruleset): Quote[] {
  phrases.scan(field.text, () => {});
  const { folded } = phrases;
  return strongestSpans(folded, wording.shares(folded)).map(({ from, to }) =>
    quoteOf(field, folded.starts[from]!, phrases.endOf(field.text, folded.starts[to - 1]!)),
  );
}
