import type { Post } from '#schema/post.ts';
import { Evidence } from '../evidence.ts';
import { linkFields, wordFields } from '../fields.ts';
import type { Ruleset } from '../ruleset/types.ts';
import { detectContacts } from './contacts.ts';
import { detectDisguise } from './disguise.ts';
import { detectPay } from './pay.ts';
import { detectAges, detectPhrases } from './phrases.ts';
import { addPlaces, type PlaceSighting } from './places.ts';
import { MatcherSink } from './sink.ts';

/** Everything that a post shows, whatever it is worth. */
export function detect(post: Post, ruleset: Ruleset): Evidence {
  const evidence = new Evidence();
  const sink = new MatcherSink(ruleset, evidence);
  const fields = wordFields(post);
  const places: PlaceSighting[] = [];
  for (const field of fields) {
    detectPhrases(field, ruleset, evidence, places);
    detectAges(field, sink);
    detectDisguise(field, sink);
  }
  addPlaces(places, ruleset, evidence, sink);
  detectPay(fields, ruleset, places, sink);
  detectContacts(post, fields, linkFields(post), ruleset, sink);
  return evidence;
}
