import type { IndicatorType, OWN_SOURCE } from '#schema/listing.ts';
import type { Evidence } from '../evidence.ts';
import { findEmails } from '../extract/emails.ts';
import { findHandles, handleOf } from '../extract/handles.ts';
import { findLinks, type Link } from '../extract/links.ts';
import { findPhones } from '../extract/phones.ts';
import { type Field, quoteOf } from '../fields.ts';
import type { IndicatorTable, Listed } from '../indicators/table.ts';
import type { Ruleset } from '../ruleset/types.ts';
import type { MatcherSink } from './sink.ts';

/** What two maintainers have decided, unlike what a list of others says. */
export const OURS: typeof OWN_SOURCE = 'maintainers';

/** A place in a text, and the listed party that it names. */
type Hit = { start: number; end: number; listed: Listed };

/** Looks up every party a post names in the list of confirmed reports. */
export function lookUp(
  fields: Field[],
  { indicators }: Ruleset,
  evidence: Evidence,
  sink: MatcherSink,
): void {
  if (indicators.size === 0) return;
  for (const field of fields)
    for (const { start, end, listed } of hits(field.text, indicators)) {
      const isOurs = listed.listing.source === OURS;
      sink.add(isOurs ? 'listed-indicator' : 'listed-elsewhere', field, start, end);
      evidence.addListed({ ...listed, quote: quoteOf(field, start, end) });
    }
}

function* hits(text: string, table: IndicatorTable): Generator<Hit> {
  const hit = (start: number, end: number, listed: Listed | undefined): Hit[] =>
    listed ? [{ start, end, listed }] : [];
  for (const link of findLinks(text)) yield* hit(link.start, link.end, ofLink(link, table));
  for (const { start, end, address, host } of findEmails(text))
    yield* hit(start, end, table.find('email', address) ?? table.findHost(host));
  for (const { start, end, digits } of findPhones(text))
    yield* hit(start, end, table.find('phone', digits) ?? table.find('whatsapp', digits));
  for (const { start, end, name } of findHandles(text))
    yield* hit(start, end, ofName(name, HANDLES, table));
  for (const { index, 0: name } of text.matchAll(/[A-Za-z0-9]{26,64}/g))
    yield* hit(index, index + name.length, table.find('wallet', name));
}

/** Kinds of party that a bare `@name` may be. */
const HANDLES: readonly IndicatorType[] = ['telegram', 'line', 'wechat', 'zalo'];

function ofName(
  name: string,
  types: readonly IndicatorType[],
  table: IndicatorTable,
): Listed | undefined {
  for (const type of types) {
    const listed = table.find(type, name);
    if (listed) return listed;
  }
  return undefined;
}

/** The listed party that an address names: its host, a handle in it, or a part of its path. */
export function listedAt(address: string, table: IndicatorTable): Listed | undefined {
  const [link] = findLinks(address);
  return link && ofLink(link, table);
}

function ofLink(link: Link, table: IndicatorTable): Listed | undefined {
  const handle = handleOf(link);
  const phone = /[?&]phone=\+?(\d{8,15})/.exec(link.path)?.[1];
  return (
    table.findHost(link.host) ??
    (handle === undefined ? undefined : ofName(handle, ['whatsapp', 'phone', ...HANDLES], table)) ??
    (phone === undefined ? undefined : ofName(phone, ['whatsapp', 'phone'], table)) ??
    ofPrefix(link, table)
  );
}

/** Looks up the address and every shorter path of it, at most eight. */
function ofPrefix({ host, path }: Link, table: IndicatorTable): Listed | undefined {
  const parts = path.split(/[?#]/)[0]!.split('/').filter(Boolean).slice(0, 8);
  for (const [index] of parts.entries()) {
    const listed = table.find('url', `${host}/${parts.slice(0, index + 1).join('/')}`);
    if (listed) return listed;
  }
  return undefined;
}
