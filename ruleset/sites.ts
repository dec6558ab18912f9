/** Chooses the adapter for an address, by match patterns of the WebExtensions standard. */
import type { Adapter } from '#schema/adapter.ts';

function matchesHost(pattern: string, host: string): boolean {
  if (pattern === '*') return true;
  if (!pattern.startsWith('*.')) return host === pattern;
  return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
}

/** `*` stands for any characters. Linear in the path, unlike a regular expression. */
function matchesPath(pattern: string, path: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return path === pattern;
  if (!path.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = path.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return path.length - last.length >= from && path.endsWith(last);
}

/** Does a pattern such as `https://*.example.org/jobs/*` cover the address? */
export function matchesPattern(pattern: string, url: URL): boolean {
  const [, scheme, host, path] = /^(https?|\*):\/\/([^/]+)(\/.*)$/.exec(pattern) ?? [];
  if (scheme === undefined || host === undefined || path === undefined) return false;
  const protocol = url.protocol.slice(0, -1);
  if (protocol !== 'https' && protocol !== 'http') return false;
  return (
    (scheme === '*' || scheme === protocol) &&
    matchesHost(host, url.hostname) &&
    matchesPath(path, `${url.pathname}${url.search}`)
  );
}

/** The first adapter that covers an address; `undefined` for other pages and for no address. */
export function adapterFor(url: string, sites: readonly Adapter[]): Adapter | undefined {
  const parsed = URL.parse(url);
  if (!parsed) return undefined;
  return sites.find(({ match }) => match.some((pattern) => matchesPattern(pattern, parsed)));
}
