import type { Evidence } from '../evidence.ts';
import { countriesOf } from '../extract/script.ts';
import type { Field } from '../fields.ts';
import type { PlaceEntry, Ruleset } from '../ruleset/types.ts';
import type { MatcherSink } from './sink.ts';

/** The name of a place in a field. */
export type PlaceSighting = { place: PlaceEntry; field: Field; start: number; end: number };

/**
 * Takes the places seen to the signals. An ordinary place is no more than a destination, and an
 * ordinary place of transit (Bangkok, Dubai) less still. A place
 * named in the script of another country is abroad for whoever reads it. The name of a place that needs context (a common word, a chain of hotels) counts only where another
 * place of its country stands in the post and something else speaks for a lure.
 */
export function addPlaces(
  sightings: PlaceSighting[],
  ruleset: Ruleset,
  evidence: Evidence,
  sink: MatcherSink,
): void {
  if (sightings.length === 0) return;
  const sign = new Set(ruleset.signals.filter(({ kind }) => kind === 'sign').map(({ id }) => id));
  const spoken = [...evidence.seen.keys()].some((signal) => sign.has(signal));
  for (const { place, field, start, end } of sightings) {
    if (place.needsContext && !(spoken && namesCountry(place, sightings))) continue;
    if (isAway(place, field)) sink.add('place-foreign', field, start, end);
    if (place.ordinary && place.type === 'transit') {
      sink.add('place-transit', field, start, end);
      continue;
    }
    if (place.ordinary) sink.add('place-destination', field, start, end);
    else if (place.type === 'compound') sink.add('place-compound', field, start, end);
    else sink.add('place-hotspot', field, start, end);
  }
}

function isAway({ country }: PlaceEntry, { text }: Field): boolean {
  const home = countriesOf(text);
  return home !== undefined && !home.includes(country);
}

/** Another place of the same country, one whose own name is plain, is named too. */
function namesCountry(place: PlaceEntry, sightings: PlaceSighting[]): boolean {
  return sightings.some(
    ({ place: other }) =>
      other.country === place.country && other.id !== place.id && !other.needsContext,
  );
}
