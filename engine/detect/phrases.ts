import type { Evidence } from '../evidence.ts';
import { findAges } from '../extract/ages.ts';
import { type Field, quoteOf } from '../fields.ts';
import type { Ruleset } from '../ruleset/types.ts';
import type { PlaceSighting } from './places.ts';
import type { MatcherSink } from './sink.ts';

/** Youngest upper bound that is no band: "18-60" asks for grown-ups, "20-35" for the young. */
const YOUNG = 45;

/** Runs the automaton over one field: phrases to the evidence, names of places to `places`. */
export function detectPhrases(
  field: Field,
  ruleset: Ruleset,
  evidence: Evidence,
  places: PlaceSighting[],
): void {
  const { signals } = ruleset;
  ruleset.phrases.scan(field.text, (value, start, end) => {
    const signal = signals[value];
    if (signal) evidence.add(signal.id, quoteOf(field, start, end));
    else {
      const place = ruleset.places[value - signals.length];
      if (place) places.push({ place, field, start, end });
    }
  });
}

/** Bands of young ages. */
export function detectAges(field: Field, sink: MatcherSink): void {
  for (const { start, end, high } of findAges(field.text))
    if (high <= YOUNG) sink.add('age-band', field, start, end);
}
