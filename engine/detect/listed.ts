import type { IndicatorSource } from '#schema/rules.ts';
import { findEmails } from '../extract/emails.ts';
import { findHandles, handleOf } from '../extract/handles.ts';
import { findLinks, type Link } from '../extract/links.ts';
import { findPhones } from '../extract/phones.ts';
import type { Field } from '../fields.ts';
import { indicatorKey } from '../ruleset/indicators.ts';
import type { Ruleset } from '../ruleset/types.ts';
import type { MatcherSink } from './sink.ts';

type Candidate = { start: number; end: number; keys: string[] };

/** Looks up every party a post names in the list of confirmed reports. */
export function lookUp(fields: Field[], ruleset: Ruleset, sink: MatcherSink): void {
  if (ruleset.indicators.size === 0) return;
  for (const field of fields)
    for (const { start, end, keys } of candidates(field.text))
      if (keys.some((key) => ruleset.indicators.has(key)))
        sink.add('listed-indicator', field, start, end);
}

function* candidates(text: string): Generator<Candidate> {
  for (const link of findLinks(text)) yield { ...link, keys: linkKeys(link) };
  for (const { start, end, address, host } of findEmails(text))
    yield { start, end, keys: [indicatorKey('email', address), ...parents(host)] };
  for (const { start, end, digits } of findPhones(text))
    yield { start, end, keys: [indicatorKey('phone', digits)] };
  for (const { start, end, name } of findHandles(text))
    yield { start, end, keys: HANDLES.map((type) => indicatorKey(type, name)) };
  for (const match of text.matchAll(/[A-Za-z0-9]{26,64}/g))
    yield {
      start: match.index,
      end: match.index + match[0].length,
      keys: [indicatorKey('wallet', match[0])],
    };
}

/** Kinds of party that a bare `@name` may be. */
const HANDLES: IndicatorSource['type'][] = ['telegram', 'line', 'wechat', 'zalo'];

function linkKeys(link: Link): string[] {
  const handle = handleOf(link);
  const keys = parents(link.host);
  if (handle && link.messenger === 'whatsapp') keys.push(indicatorKey('whatsapp', handle));
  if (handle) keys.push(...HANDLES.map((type) => indicatorKey(type, handle)));
  const phone = /[?&]phone=\+?(\d{8,15})/.exec(link.path)?.[1];
  if (phone) keys.push(indicatorKey('whatsapp', phone));
  return [...keys, ...prefixes(link)];
}

/** The host and every domain above it, as lists name them. */
function parents(host: string): string[] {
  const labels = host.split('.');
  return labels
    .slice(0, -1)
    .map((_, index) => indicatorKey('domain', labels.slice(index).join('.')));
}

/** The address and every shorter path of it, at most eight. */
function prefixes({ host, path }: Link): string[] {
  const parts = path.split(/[?#]/)[0]!.split('/').filter(Boolean).slice(0, 8);
  return parts.map((_, index) =>
    indicatorKey('url', `${host}/${parts.slice(0, index + 1).join('/')}`),
  );
}
