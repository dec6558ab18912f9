import { quoteOf } from '#engine/fields.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import type { WordingSource } from '#schema/ruleset.ts';
import type { Reading } from './evidence.ts';

/** Adds to the evidence of each text what a text model that did not learn from it would show. */
export function markWording(
  readings: readonly Reading[],
  held: Float64Array,
  { alike, strong }: Pick<WordingSource, 'alike' | 'strong'>,
  ruleset: Ruleset,
): void {
  const shown = (matcher: 'text-model' | 'text-model-strong') =>
    ruleset.signals.filter(({ matchers }) => matchers?.includes(matcher)).map(({ id }) => id);
  const [ids, strongIds] = [shown('text-model'), shown('text-model-strong')];
  readings.forEach(({ evidence, post }, index) => {
    const quote = quoteOf({ field: 'text', text: post.text }, 0, 0);
    if (held[index]! >= alike) for (const id of ids) evidence.add(id, quote);
    if (held[index]! >= strong) for (const id of strongIds) evidence.add(id, quote);
  });
}
