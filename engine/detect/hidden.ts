import type { Post } from '#schema/post.ts';
import type { Evidence } from '../evidence.ts';
import { hidesLetters } from '../extract/disguised.ts';
import { type Field, wordFields } from '../fields.ts';
import type { Phrases, Report } from '../phrases/scan.ts';
import type { Ruleset } from '../ruleset/types.ts';
import { unmask } from '../text/unmask.ts';
import { phraseReport, type Sightings } from './phrases.ts';
import type { MatcherSink } from './sink.ts';

/** Whether a closer look reads other letters in a post than the first one did, or more phrases. */
export const isDisguised = (post: Post, { phrases }: Ruleset): boolean =>
  wordFields(post).some(({ text }) => unmask(text) !== text || hiddenIn(text, phrases).length > 0);

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
  const report = phraseReport(field, ruleset, evidence, sightings);
  for (const [value, start, end] of hiddenIn(field.text, ruleset.phrases)) {
    report(value, start, end);
    if (hidesLetters(field.text.slice(start, end))) sink.add('disguised-text', field, start, end);
  }
}

type Hit = Parameters<Report>;

/** What only a close scan finds; the folded text of the phrases is the one without disguises then. */
function hiddenIn(text: string, phrases: Phrases): Hit[] {
  const plain = new Set<string>();
  const hidden: Hit[] = [];
  phrases.scan(text, (...hit) => plain.add(hit.join()));
  phrases.scanClosely(text, (...hit) => {
    if (!plain.has(hit.join())) hidden.push(hit);
  });
  return hidden;
}
