import { parse } from 'tldts';
import { MESSENGER_HOSTS, type Messenger, SHORTENERS } from './contacts.ts';

/** An address in a post, with a scheme or without one. */
export type Link = {
  start: number;
  end: number;
  host: string;
  /** The part of the host that somebody registered, absent for IP addresses. */
  domain?: string;
  /** Path and query, with the first slash. */
  path: string;
  messenger?: Messenger;
  short: boolean;
};

/** Most dots looked at in one text: far above any honest post, and a bound on hostile ones. */
const MAX_DOTS = 4_000;
/** Longest host name and longest address read; what follows is left out of the quote. */
const LONGEST_HOST = 253;
const LONGEST_LINK = 2_048;

const isHostChar = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x2d ||
  code === 0x2e;
const isPathEnd = (code: number): boolean =>
  code <= 0x20 ||
  code === 0x7f ||
  code === 0xa0 ||
  code >= 0x3000 ||
  '<>"\'`|{}^'.includes(String.fromCharCode(code));

/** Finds addresses by their dots; mail addresses are left to `findEmails`. */
export function findLinks(text: string): Link[] {
  const found: Link[] = [];
  let from = 0;
  let tried = 0;
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', Math.max(dot + 1, from))) {
    if (!isHostChar(text.charCodeAt(dot - 1)) || !isHostChar(text.charCodeAt(dot + 1))) continue;
    if (++tried > MAX_DOTS) break;
    const link = linkAround(text, dot, from);
    if (!link) continue;
    from = link.end;
    if (text[link.start - 1] !== '@') found.push(link);
  }
  return found;
}

function linkAround(text: string, dot: number, from: number): Link | undefined {
  let start = dot;
  while (start > from && dot - start < LONGEST_HOST && isHostChar(text.charCodeAt(start - 1)))
    start--;
  while (text[start] === '.' || text[start] === '-') start++;
  let end = dot;
  while (end - start < LONGEST_HOST && isHostChar(text.charCodeAt(end))) end++;
  while (text[end - 1] === '.' || text[end - 1] === '-') end--;
  const host = text.slice(start, end).toLowerCase();
  const known = parse(host, { extractHostname: false });
  if (!known.domain || !(known.isIcann || known.isPrivate) || !hasLetters(known.publicSuffix))
    return undefined;
  const scheme = schemeBefore(text, start);
  if (scheme === start && !/[/:]/.test(text[end] ?? '') && looksLikeProse(text, start, end))
    return undefined;
  const path = pathFrom(text, end);
  const shown = host.startsWith('www.') ? host.slice(4) : host;
  const messenger = MESSENGER_HOSTS.get(shown);
  return {
    start: scheme,
    end: path,
    host,
    domain: known.domain,
    path: text.slice(end, path),
    ...(messenger ? { messenger } : {}),
    short: SHORTENERS.has(shown) || SHORTENERS.has(known.domain),
  };
}

const hasLetters = (suffix: string | null): boolean => suffix !== null && /[a-z]/i.test(suffix);

/** "salary.Please" and "Co.Ltd" are prose without a space: a capital begins the next word. */
function looksLikeProse(text: string, start: number, end: number): boolean {
  const host = text.slice(start, end);
  const last = host.slice(host.lastIndexOf('.') + 1);
  return /^[A-Z][a-z]+$/.test(last) || (/^[A-Z]+$/.test(last) && host !== host.toUpperCase());
}

function schemeBefore(text: string, start: number): number {
  for (const scheme of ['https://', 'http://'])
    if (text.slice(Math.max(0, start - scheme.length), start).toLowerCase() === scheme)
      return start - scheme.length;
  return start;
}

function pathFrom(text: string, end: number): number {
  let at = end;
  if (text[at] === ':' && /\d/.test(text[at + 1] ?? '')) {
    at++;
    while (/\d/.test(text[at] ?? '') && at - end < 6) at++;
  }
  if (text[at] !== '/' && text[at] !== '?' && text[at] !== '#') return at;
  while (at < text.length && at - end < LONGEST_LINK && !isPathEnd(text.charCodeAt(at))) at++;
  while (at > end && '.,;:!?)]'.includes(text[at - 1]!)) at--;
  return at;
}
