import type { Evidence } from '../evidence.ts';
import { findAges } from '../extract/ages.ts';
import type { WrittenAmount } from '../extract/money.ts';
import { type Field, quoteOf } from '../fields.ts';
import type { Report } from '../phrases/scan.ts';
import type { Ruleset } from '../ruleset/types.ts';
import type { PlaceSighting } from './places.ts';
import type { MatcherSink } from './sink.ts';

const KINDS = ['skilled', 'experience'] as const;
/** Youngest upper bound that is no band: "18-60" asks for grown-ups, "20-35" for the young. */
const YOUNG = 45;

/** A word for work that is paid well for a reason: a skilled trade, or years of it. */
export type WorkSighting = { kind: 'skilled' | 'experience'; field: Field; end: number };
/** Names of places, amounts in words and kinds of work, to be judged when the post is known. */
export type Sightings = {
  places: PlaceSighting[];
  amounts: Map<Field, WrittenAmount[]>;
  work: WorkSighting[];
};

/** Runs the automaton over one field: phrases to the evidence, the rest to `sightings`. */
export function detectPhrases(
  field: Field,
  ruleset: Ruleset,
  evidence: Evidence,
  sightings: Sightings,
): void {
  ruleset.phrases.scan(field.text, phraseReport(field, ruleset, evidence, sightings));
}

/** Takes what the automaton finds in a field to where it belongs. */
export function phraseReport(
  field: Field,
  ruleset: Ruleset,
  evidence: Evidence,
  { places, amounts, work }: Sightings,
): Report {
  const { signals } = ruleset;
  const written = amounts.get(field) ?? [];
  amounts.set(field, written);
  return (value, start, end) => {
    const signal = signals[value];
    if (signal) evidence.add(signal.id, quoteOf(field, start, end));
    else {
      const place = ruleset.places[value - signals.length];
      const rest = value - signals.length - ruleset.places.length;
      const amount = ruleset.pay.amounts[rest];
      if (place) places.push({ place, field, start, end });
      else if (amount !== undefined) written.push({ start, end, value: amount });
      else work.push({ kind: KINDS[rest - ruleset.pay.amounts.length] ?? 'skilled', field, end });
    }
  };
}

/** Bands of young ages. */
export function detectAges(field: Field, sink: MatcherSink): void {
  for (const { start, end, high } of findAges(field.text))
    if (high <= YOUNG) sink.add('age-band', field, start, end);
}
