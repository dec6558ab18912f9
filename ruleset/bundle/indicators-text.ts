/** `indicators.txt`: every listed party and its listing, as canonical text. */
import { canonicalJson } from '#engine/ruleset/canonical.ts';
import { IndicatorType, Listing } from '#schema/listing.ts';
import type { IndicatorsSource } from '#schema/ruleset.ts';
import { z } from '#schema/zod.ts';
import { joinText, parseLine, shortened, splitText } from './canonical.ts';
import { TextError } from './errors.ts';

export const INDICATORS_FORMAT = 1;
/** Most bytes of the text: two million parties of 30 bytes. */
export const MAX_INDICATORS_BYTES = 64 * 2 ** 20;

const Head = z.strictObject({
  format: z.literal(INDICATORS_FORMAT),
  salt: z.number().check(z.int(), z.nonnegative(), z.maximum(0xffffffff)),
});
const AnyHead = z.object({ format: z.number() });

/** A listing: its id, and what is known of it. */
const LISTING = /^!([a-z0-9]{1,8}) (\{.*)$/;
/** A party: the id of its listing, its type, its value, which holds no spaces. */
const ENTRY = /^([a-z0-9]{1,8}) ([a-z]{3,8}) (\S{1,512})$/;

/** Writes the text. The same parties give the same bytes, whatever their order. */
export const writeIndicatorsText = ({ salt, listings, entries }: IndicatorsSource): string =>
  joinText(canonicalJson({ format: INDICATORS_FORMAT, salt }), [
    ...Object.entries(listings).map(([id, listing]) => `!${id} ${canonicalJson(listing)}`),
    ...entries.map(({ listing, type, value }) => `${listing} ${type} ${value}`),
  ]);

/**
 * Reads the text and checks every line.
 * @throws {TextError} `newer-format`, `not-canonical`, `bad-record` or `too-large`
 */
export function readIndicatorsText(text: string): IndicatorsSource {
  if (text.length > MAX_INDICATORS_BYTES)
    throw new TextError('too-large', 'the list of parties is too long');
  const { head, lines } = splitText(text);
  const salt = saltOf(parseLine(head));
  const listings: Record<string, Listing> = {};
  const entries: IndicatorsSource['entries'] = [];
  for (const line of lines) {
    if (line.startsWith('!')) {
      const [id, listing] = readListing(line);
      if (Object.hasOwn(listings, id)) throw faulty(line);
      listings[id] = listing;
    } else {
      const entry = readEntry(line);
      if (!Object.hasOwn(listings, entry.listing)) throw faulty(line);
      entries.push(entry);
    }
  }
  return { salt, listings, entries };
}

/** A line of a party. @throws {TextError} */
export function readEntry(line: string): IndicatorsSource['entries'][number] {
  const [, listing = '', name, value = ''] = ENTRY.exec(line) ?? [];
  const type = z.safeParse(IndicatorType, name);
  if (!type.success) throw faulty(line);
  return { listing, type: type.data, value };
}

function readListing(line: string): [string, Listing] {
  const [, id, json = ''] = LISTING.exec(line) ?? [];
  const listing = id === undefined ? undefined : z.safeParse(Listing, parseLine(json));
  if (id === undefined || !listing?.success) throw faulty(line);
  return [id, listing.data];
}

function saltOf(head: unknown): number {
  const parsed = z.safeParse(Head, head);
  if (parsed.success) return parsed.data.salt;
  const any = z.safeParse(AnyHead, head);
  if (any.success && any.data.format > INDICATORS_FORMAT)
    throw new TextError('newer-format', 'a list in a format that this Lurewatch does not know');
  throw new TextError('bad-record', 'the first line is no head of a list');
}

const faulty = (line: string): TextError =>
  new TextError('bad-record', `no record, or one too many: ${shortened(line)}`);
