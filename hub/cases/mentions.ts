/** Whom a reported post names: parties that could be listed, the employer, and places. */
import { FREE_MAIL, type Messenger, SHORTENERS } from '#engine/extract/contacts.ts';
import { findEmails } from '#engine/extract/emails.ts';
import { findHandles, handleOf } from '#engine/extract/handles.ts';
import { findLinks, type Link } from '#engine/extract/links.ts';
import { findPhones } from '#engine/extract/phones.ts';
import { normalForm } from '#engine/indicators/normal.ts';
import type { IndicatorType } from '#schema/listing.ts';
import type { ReportedPost } from '#schema/report.ts';

/** A `handle` is an `@name` that does not say of which service. */
export type MentionType = IndicatorType | 'handle' | 'company' | 'place';

export interface Mention {
  readonly type: MentionType;
  readonly value: string;
}

/** Most mentions of one report, and longest value: bounds on hostile posts. */
const MOST = 40;
const LONGEST = 200;

const MESSENGERS: ReadonlyMap<Messenger, IndicatorType> = new Map([
  ['telegram', 'telegram'],
  ['whatsapp', 'whatsapp'],
  ['line', 'line'],
  ['zalo', 'zalo'],
  ['wechat', 'wechat'],
]);

/** Parties that belong to one person or gang: posts that name the same one are one lure. */
export const JOINING: ReadonlySet<MentionType> = new Set<MentionType>([
  'telegram',
  'whatsapp',
  'line',
  'wechat',
  'zalo',
  'phone',
  'email',
  'wallet',
]);

/** Whom a post names, each once, in normal form. */
export function mentionsOf(post: ReportedPost): Mention[] {
  const found = new Map<string, Mention>();
  const add = (type: MentionType, value: string) => {
    const kept = value.trim().slice(0, LONGEST).toWellFormed().replaceAll('\0', '');
    if (kept !== '' && found.size < MOST) found.set(`${type} ${kept}`, { type, value: kept });
  };
  const party = (type: IndicatorType, value: string) => add(type, normalForm(type, value));
  if (post.company) add('company', post.company);
  if (post.place) add('place', post.place);
  for (const text of [post.title ?? '', post.text, ...post.links]) {
    for (const link of findLinks(text)) addLink(link, party);
    for (const { address, host } of findEmails(text)) {
      party('email', address);
      if (!FREE_MAIL.has(host)) party('domain', host);
    }
    for (const { digits } of findPhones(text)) party('phone', digits);
    for (const { name } of findHandles(text)) add('handle', name);
  }
  // A name whose service is known is not named a second time without it.
  const told = new Set(
    [...MESSENGERS.values()].flatMap((type) =>
      [...found.values()].flatMap((mention) => (mention.type === type ? mention.value : [])),
    ),
  );
  return [...found.values()].filter(({ type, value }) => type !== 'handle' || !told.has(value));
}

function addLink(link: Link, party: (type: IndicatorType, value: string) => void): void {
  const { messenger, host, domain = host, path, short } = link;
  const type = messenger && MESSENGERS.get(messenger);
  const name = handleOf(link) ?? /[?&](?:phone|send)=\+?(\d{8,15})/.exec(path)?.[1];
  if (type && name) party(type, name);
  // Of a shortener only the whole address says anything.
  else if (short || SHORTENERS.has(host)) party('url', `${host}${path}`);
  else party('domain', domain);
}
