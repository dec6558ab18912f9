/** What the reader is told of a listed party: by whom it was listed, when and why. */
import { listedAt, OURS } from '#engine/detect/listed.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import { lookUp, type Strings } from '#platform/translate.ts';
import type { Listing } from '#schema/listing.ts';
import type { Loudness } from '#schema/settings.ts';
import type { Level } from '#schema/verdict.ts';
import type { Warning } from '#schema/warning.ts';
import { helpFor } from './help.ts';
import type { Reader } from './reader.ts';
import { stepsFor } from './steps.ts';

/** In a text of the other direction a reason or a domain would be torn apart. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** "Listed by … since …: …", with the number of the case. */
export function listedBy(listing: Listing, strings: Strings, language: string): string {
  const { source, date, reason } = listing;
  const who = source === OURS ? (lookUp(strings, 'listed.us') ?? '') : isolated(source);
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const number = listing.case === '' ? '' : ` (${listing.case})`;
  const params = { who, date: day.format(new Date(date)), reason: isolated(reason + number) };
  return lookUp(strings, 'listed.by', params) ?? '';
}

/**
 * The warning about a page by its own address; `null` where it is not listed, or where the reader
 * wants to be left alone.
 */
export function warnOfPage(
  address: string,
  { indicators, version }: Ruleset,
  reader: Reader,
  loudness: Loudness,
): Warning | null {
  const found = loudness === 'quiet' ? undefined : listedAt(address, indicators);
  if (!found) return null;
  const { strings, language, ruleset } = reader;
  const isOurs = found.listing.source === OURS;
  const level: Level = isOurs ? 'danger' : 'caution';
  if (loudness === 'danger' && level !== 'danger') return null;
  const signal = isOurs ? 'listed-party' : 'listed-elsewhere';
  const why = lookUp(strings, `signal.${signal}.why`) ?? '';
  const quote = { field: 'links', index: 0, start: 0, end: found.value.length, text: found.value };
  return {
    level,
    scheme: signal,
    headline: lookUp(strings, 'page.listed.headline') ?? '',
    summary: lookUp(strings, 'page.listed.summary') ?? '',
    signs: [
      {
        signal,
        label: listedBy(found.listing, strings, language),
        why,
        quotes: [{ ...quote, field: 'links' }],
      },
    ],
    notes: [],
    steps: stepsFor(signal, level)
      .map((step) => lookUp(strings, `step.${step}`))
      .filter((step) => step !== undefined),
    help: helpFor(signal, ruleset.help, reader),
    listed: [{ type: found.type, value: found.value }],
    partial: false,
    rulesetVersion: version,
  };
}
