/**
 * What a report leaves out. The rule: a post that carries a warning is reported with the contacts
 * it names, for they are what a maintainer has to check; in a post without a warning nobody knows
 * whose number it is, so phone numbers and mail addresses are masked until the volunteer shows
 * them. The author's name is left out either way until the volunteer adds it.
 */
import type { Post } from '#schema/post.ts';

const MASK = '•••';

const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;
/**
 * Seven digits or more after a plus, a bracket or a zero, else nine: "1500-2000" is pay. Native
 * digits count too, so the zeros of all scripts stand here.
 */
const phone =
  /(?:[+(]\s?\p{Nd}|[0٠۰०০๐໐០၀௦෦])(?:[\s().\-/]{0,2}\p{Nd}){6,14}|\p{Nd}(?:[\s().\-/]{0,2}\p{Nd}){8,14}/gu;
/** Links that are nothing but a person's number or mail address. */
const personalLink =
  /^(?:tel|sms|mailto|whatsapp|viber):|^https?:\/\/(?:wa\.me|(?:api|web)\.whatsapp\.com|zalo\.me)\//i;

/** Masks phone numbers and mail addresses. */
export const maskContacts = (text: string): string =>
  text.replace(email, MASK).replace(phone, MASK);

/** Query parameters by which sites follow one person's clicks. */
const clickIds = /^(?:__cft__|__tn__|fbclid|gclid|igsh|mc_eid)/i;
/** Further ones in addresses of the site itself; elsewhere a `ref` may be a recruiter's code. */
const tracking = /^(?:utm_|rdt$|ref$|refid$|trk|tracking|si$|s$|t$)/i;

/**
 * The address without what tells of the reader. In the site's own addresses (`isOwn`) that is
 * also the fragment: Telegram Web keeps there whom one talks to. As it was where it is no address.
 */
export function plainAddress(address: string, isOwn: boolean): string {
  const url = URL.parse(address);
  if (!url) return address;
  for (const name of [...url.searchParams.keys()])
    if (clickIds.test(name) || (isOwn && tracking.test(name))) url.searchParams.delete(name);
  if (isOwn) url.hash = '';
  return url.href;
}

/** A post without what tells of the reader: see `plainAddress`. Its author still stands in it. */
export function withoutTraces(post: Post): Post {
  const host = URL.parse(post.url)?.host;
  const links = post.links.map((link) => plainAddress(link, URL.parse(link)?.host === host));
  return { ...post, url: plainAddress(post.url, true), links: [...new Set(links)] };
}

/** A post with every phone number and mail address masked, wherever it stands. */
export function withoutContacts<P extends Post>(post: P): P {
  const masked = { ...post, text: maskContacts(post.text) };
  for (const field of ['title', 'author', 'company', 'place', 'pay'] as const)
    if (masked[field] !== undefined) masked[field] = maskContacts(masked[field]);
  return { ...masked, links: post.links.filter((link) => !personalLink.test(link)) };
}
