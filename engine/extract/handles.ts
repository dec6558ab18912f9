import type { Link } from './links.ts';

/** A name as it stands behind an `@`, in small letters. */
export type Handle = { start: number; end: number; name: string };

const isName = (char: string | undefined): boolean =>
  char !== undefined && /[A-Za-z0-9_]/.test(char);

/** A point with more behind it makes a host name; one that ends a sentence does not. */
const isHost = (text: string, end: number): boolean => text[end] === '.' && isName(text[end + 1]);

/** Finds `@name` in a text; the `@` of a mail address is none. */
export function findHandles(text: string): Handle[] {
  const found: Handle[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (/[A-Za-z0-9._%+-]/.test(text[at - 1] ?? ' ')) continue;
    let end = at + 1;
    while (end - at <= 33 && isName(text[end])) end++;
    if (end - at < 4 || end - at > 33 || isHost(text, end)) continue;
    found.push({ start: at, end, name: text.slice(at + 1, end).toLowerCase() });
  }
  return found;
}

/** The name that a messenger's link opens, without signs of an invitation. */
export function handleOf(link: Link): string | undefined {
  if (!link.messenger) return undefined;
  const [, name] =
    /^\/(?:s\/|ti\/p\/|R\/ti\/p\/)?[@+~%]?([A-Za-z0-9_.-]{2,64})/.exec(link.path) ?? [];
  return name?.toLowerCase();
}
