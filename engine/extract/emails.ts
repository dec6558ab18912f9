import { FREE_MAIL } from './contacts.ts';

/** A mail address. */
export type Email = { start: number; end: number; address: string; host: string; free: boolean };

const isLocal = (char: string | undefined): boolean => char !== undefined && /[\w.+%-]/.test(char);
const isHost = (char: string | undefined): boolean =>
  char !== undefined && /[A-Za-z0-9.-]/.test(char);

/** Finds mail addresses by their `@`. */
export function findEmails(text: string): Email[] {
  const found: Email[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (at - start < 64 && isLocal(text[start - 1])) start--;
    let end = at + 1;
    while (end - at < 254 && isHost(text[end])) end++;
    while (end > at + 1 && /[.-]/.test(text[end - 1]!)) end--;
    const host = text.slice(at + 1, end).toLowerCase();
    if (start === at || !host.includes('.')) continue;
    const address = `${text.slice(start, at)}@${host}`.toLowerCase();
    found.push({ start, end, address, host, free: FREE_MAIL.has(host) });
  }
  return found;
}
