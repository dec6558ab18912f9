import type { Evidence } from '../evidence.ts';
import { hidesLetters } from '../extract/disguised.ts';
import type { Field } from '../fields.ts';
import type { Ruleset } from '../ruleset/types.ts';
import { phraseReport, type Sightings } from './phrases.ts';
import type { MatcherSink } from './sink.ts';

/**
 * Phrases whose words are split, stretched or written with signs for letters. That signs stand for
 * letters is a sign itself, but only where they hide a phrase: models and names do not.
 */
export function detectHidden(
  field: Field,
  ruleset: Ruleset,
  evidence: Evidence,
  sightings: Sightings,
  sink: MatcherSink,
): void {
  const { phrases } = ruleset;
  const plain = new Set<string>();
  phrases.scan(field.text, (...hit) => plain.add(hit.join()));
  const report = phraseReport(field, ruleset, evidence, sightings);
  phrases.scanClosely(field.text, (value, start, end) => {
    if (plain.has([value, start, end].join())) return;
    report(value, start, end);
    if (hidesLetters(field.text.slice(start, end))) sink.add('disguised-text', field, start, end);
  });
}
