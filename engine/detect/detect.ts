import type { Post } from '#schema/post.ts';
import { Evidence } from '../evidence.ts';
import { type Field, linkFields, wordFields } from '../fields.ts';
import type { Ruleset } from '../ruleset/types.ts';
import { detectContacts } from './contacts.ts';
import { detectDisguise } from './disguise.ts';
import { detectHidden } from './hidden.ts';
import { lookUp } from './listed.ts';
import { detectPay } from './pay.ts';
import { detectAges, detectPhrases, type Sightings } from './phrases.ts';
import { addPlaces } from './places.ts';
import { MatcherSink } from './sink.ts';
import { detectWording } from './wording.ts';

/**
 * Everything that a post shows, whatever it is worth.
 * @param closely looks behind disguises too, at twice the cost
 */
export function detect(post: Post, ruleset: Ruleset, closely = false): Evidence {
  const evidence = new Evidence();
  const sink = new MatcherSink(ruleset, evidence);
  const fields = wordFields(post);
  const sightings: Sightings = { places: [], amounts: new Map(), work: [] };
  const sum = ruleset.wording.begin();
  for (const field of fields) {
    detectPhrases(field, ruleset, evidence, sightings);
    if (closely) detectHidden(field, ruleset, evidence, sightings, sink);
    // After a closer look this is the text without its disguises, as the phrases were found.
    if (isProse(field)) ruleset.wording.read(ruleset.phrases.folded, sum);
    detectAges(field, sink);
    detectDisguise(field, sink);
  }
  addPlaces(sightings.places, ruleset, evidence, sink);
  detectPay(fields, ruleset, sightings, sink);
  const links = linkFields(post);
  detectContacts(post, fields, links, sink);
  lookUp([...fields, ...links], ruleset, evidence, sink);
  detectWording(fields.filter(isProse), sum, ruleset, sink);
  return evidence;
}

/** Fields in which people write sentences; the text model was taught with these. */
const isProse = ({ field }: Field): boolean => field === 'title' || field === 'text';
