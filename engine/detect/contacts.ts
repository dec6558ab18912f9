import type { Post } from '#schema/post.ts';
import { MESSENGER_HOSTS, type Messenger } from '../extract/contacts.ts';
import { findEmails } from '../extract/emails.ts';
import { findHandles, handleOf } from '../extract/handles.ts';
import { findLinks, type Link } from '../extract/links.ts';
import { WordTable } from '../extract/words.ts';
import type { Field } from '../fields.ts';
import type { MatcherSink } from './sink.ts';

/** Names of messengers as they stand before `@name`. */
const messengerNames = new WordTable<Messenger>(() => [
  ['telegram', 'telegram'],
  ['tele', 'telegram'],
  ['tg', 'telegram'],
  ['телеграм', 'telegram'],
  ['телеграмм', 'telegram'],
  ['тг', 'telegram'],
  ['飞机', 'telegram'],
  ['纸飞机', 'telegram'],
  ['텔레그램', 'telegram'],
  ['텔레', 'telegram'],
  ['テレグラム', 'telegram'],
  ['เทเลแกรม', 'telegram'],
  ['line', 'line'],
  ['line id', 'line'],
  ['ไลน์', 'line'],
  ['แอดไลน์', 'line'],
  ['zalo', 'zalo'],
  ['whatsapp', 'whatsapp'],
  ['wechat', 'wechat'],
  ['viber', 'viber'],
]);

/** Messengers, free mail and hidden links. */
export function detectContacts(
  post: Post,
  fields: Field[],
  links: Field[],
  sink: MatcherSink,
): void {
  const home = messengerOf(post.url);
  const texts = fields.filter(({ field }) => field === 'text' || field === 'title');
  for (const field of [...texts, ...links])
    for (const link of findLinks(field.text)) {
      if (link.messenger && link.messenger !== home && leadsToSomebody(link))
        sink.add('messenger-link', field, link.start, link.end);
      if (link.short) sink.add('short-link', field, link.start, link.end);
    }
  for (const field of texts)
    for (const { start, end } of findHandles(field.text))
      if (isMessengerName(field.text, start, home)) sink.add('messenger-link', field, start, end);
  detectFreeMail(texts, sink);
}

/** A free mail address counts where no address at a domain of somebody's own stands beside it. */
function detectFreeMail(texts: Field[], sink: MatcherSink): void {
  const emails = texts.flatMap((field) =>
    findEmails(field.text).map((email) => ({ field, email })),
  );
  if (emails.some(({ email }) => !email.free)) return;
  for (const { field, email } of emails) sink.add('free-mail', field, email.start, email.end);
}

/** Buttons that share a page lead to nobody. */
function leadsToSomebody(link: Link): boolean {
  if (/^\/(?:send|share)\b/i.test(link.path)) return /[?&]phone=\d/i.test(link.path);
  return handleOf(link) !== undefined || /^\/\+?[\w+]/.test(link.path);
}

function isMessengerName(text: string, start: number, home: Messenger | undefined): boolean {
  const gap = /[\s:：=>\-–]{0,4}$/.exec(text.slice(Math.max(0, start - 4), start))![0].length;
  const hit = messengerNames.endingAt(text, start - gap);
  return hit !== undefined && hit.value !== home;
}

/** The messenger on whose own pages a post stands: its links are no way off the platform. */
function messengerOf(url: string): Messenger | undefined {
  const [link] = findLinks(url);
  if (!link) return undefined;
  if (link.domain === 'telegram.org') return 'telegram';
  return MESSENGER_HOSTS.get(link.host) ?? MESSENGER_HOSTS.get(link.domain ?? '');
}
