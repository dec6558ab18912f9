/** Events of MISP (MISP core format): their attributes, also those of objects. */
import type { IndicatorType, Listing } from '#schema/listing.ts';
import { z } from '#schema/zod.ts';
import { ListError, type Parsed, type Party, party, schemeTag } from './party.ts';
import { readPlain } from './plain.ts';
import { uuidOf } from './uuid.ts';

const Attribute = z.object({
  type: z.string(),
  value: z.string(),
  to_ids: z.optional(z.boolean()),
  deleted: z.optional(z.boolean()),
});
const Event = z.object({
  Attribute: z.optional(z.array(Attribute)),
  Object: z.optional(z.array(z.object({ Attribute: z.optional(z.array(Attribute)) }))),
});
const Wrapped = z.object({ Event });
const Export = z.union([Wrapped, z.object({ response: z.array(Wrapped) }), z.array(Wrapped)]);

/** Types of attributes that are parties; of `domain|ip` the first half is. */
const TYPES = new Map<string, IndicatorType>([
  ['domain', 'domain'],
  ['hostname', 'domain'],
  ['domain|ip', 'domain'],
  ['hostname|port', 'domain'],
  ['url', 'url'],
  ['link', 'url'],
  ['uri', 'url'],
  ['email', 'email'],
  ['email-src', 'email'],
  ['email-dst', 'email'],
  ['phone-number', 'phone'],
  ['btc', 'wallet'],
  ['xmr', 'wallet'],
  ['dash', 'wallet'],
]);

/** @throws {ListError} for what is no event of MISP */
export function readMisp(content: unknown): Parsed {
  const parsed = z.safeParse(Export, content);
  if (!parsed.success) throw new ListError('no event of MISP');
  const { data } = parsed;
  const events = Array.isArray(data) ? data : 'response' in data ? data.response : [data];
  const parties: Party[] = [];
  const left: { at: string; text: string }[] = [];
  events.forEach(({ Event: event }, number) => {
    const own = event.Attribute ?? [];
    const all = [...own, ...(event.Object ?? []).flatMap((object) => object.Attribute ?? [])];
    for (const { type, value, to_ids: isIndicator = true, deleted = false } of all) {
      // What is context of an event, and no indicator, names victims and newspapers as well.
      const found = isIndicator && !deleted ? partyOf(type, value) : undefined;
      if (found) parties.push(found);
      else left.push({ at: `event ${number + 1}`, text: `${type} ${value}` });
    }
  });
  return { parties, left };
}

function partyOf(type: string, value: string): Party | undefined {
  const kind = TYPES.get(type);
  const [first = ''] = type.includes('|') ? value.split('|') : [value];
  if (kind === undefined) return undefined;
  // Hosts and addresses are read as a plain list reads them: checked, and in ASCII.
  return kind === 'domain' || kind === 'url' ? readPlain(first).parties[0] : party(kind, first);
}

const WRITTEN = new Map<IndicatorType, { type: string; category: string }>([
  ['domain', { type: 'domain', category: 'Network activity' }],
  ['url', { type: 'url', category: 'Network activity' }],
  ['email', { type: 'email-src', category: 'Payload delivery' }],
  ['phone', { type: 'phone-number', category: 'Person' }],
]);

/**
 * An attribute; `undefined` for a party that MISP has no type for.
 * @param scheme kind of risk, an id of the rules, where it is known
 */
export function writeMisp(
  { type, value }: Party,
  listing: Listing,
  scheme?: string,
): object | undefined {
  const kind = WRITTEN.get(type);
  if (!kind) return undefined;
  const written = { url: `https://${value}`, phone: `+${value}` }[type as string] ?? value;
  return {
    uuid: uuidOf(`attribute ${type} ${value}`),
    ...kind,
    value: written,
    to_ids: true,
    // The core format wants these of every attribute: shared as its event is, when listed, alive.
    distribution: '5',
    timestamp: secondsOf(listing.date),
    deleted: false,
    comment: [listing.reason, listing.case].filter(Boolean).join(' '),
    ...(scheme && { Tag: [{ name: schemeTag(scheme) }] }),
  };
}

const secondsOf = (date: string): string => String(Date.parse(date) / 1_000);

/** What an event and the manifest of a feed say alike: medium threat, analysis complete, TLP:CLEAR. */
export const mispHead = (date: string) => ({
  info: 'Parties listed by Lurewatch',
  date,
  threat_level_id: '2',
  analysis: '2',
  timestamp: secondsOf(date),
  published: true,
  Orgc: { name: 'Lurewatch', uuid: uuidOf('organisation') },
  Tag: [{ name: 'tlp:clear', colour: '#ffffff' }],
});

/** The one event that holds all parties; it is updated and not doubled. */
export const EVENT_UUID = uuidOf('event');

/** An event with attributes. @param date ISO 8601 day */
export const mispEvent = (attributes: readonly object[], date: string): object => ({
  Event: { uuid: EVENT_UUID, ...mispHead(date), distribution: '3', Attribute: attributes },
});
