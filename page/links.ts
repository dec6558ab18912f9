/** Links of a post: where they really lead, the site's own redirectors undone. */
import type { Adapter } from '#schema/adapter.ts';
import { MAX_LINKS, MAX_URL } from '#schema/limits.ts';

/** Anchors looked at; a post with more is a directory. */
const MAX_ANCHORS = 1_000;
const SCHEMES = /^(?:https?|mailto|tel|sms|whatsapp|tg|line|viber|skype|weixin|zalo):/;

type Redirectors = NonNullable<Adapter['unwrap']>;

/** Follows the site's own redirectors, at most three deep. */
export function unwrap(href: string, redirectors: Redirectors = []): string {
  let target = href;
  for (let depth = 0; depth < 3 && redirectors.length > 0; depth++) {
    const url = URL.parse(target);
    const found = redirectors.find(
      ({ url: start, param }) =>
        url && `${url.host}${url.pathname}`.startsWith(start) && url.searchParams.has(param),
    );
    if (!url || !found) break;
    target = url.searchParams.get(found.param)!;
  }
  return target === href || URL.canParse(target) ? target : href;
}

/** An address written in the page, made absolute; nothing if it is none that a person can follow. */
export function resolveLink(href: string, base: string): string | undefined {
  const absolute = URL.parse(href, base)?.href;
  return absolute && SCHEMES.test(absolute) && absolute.length <= MAX_URL ? absolute : undefined;
}

/**
 * Targets of the links in `anchors`. Outside the post's own words only links that leave the site
 * count: the rest is the site's furniture.
 */
export function linksOf(
  anchors: Iterable<Element>,
  isInBody: (anchor: Element) => boolean,
  location: URL,
  redirectors: Redirectors | undefined,
): string[] {
  const links = new Set<string>();
  let looked = 0;
  for (const anchor of anchors) {
    if (++looked > MAX_ANCHORS || links.size === MAX_LINKS) break;
    const href = anchor.getAttribute('href') ?? '';
    const isBody = isInBody(anchor);
    // Most links of a site to itself are written without its name.
    if (!isBody && /^[/?#](?!\/)/.test(href)) continue;
    const written = resolveLink(href, location.href);
    if (!written) continue;
    const target = unwrap(written, redirectors);
    if (target.length > MAX_URL || !SCHEMES.test(target)) continue;
    if (isBody || URL.parse(target)?.host !== location.host) links.add(target);
  }
  return [...links];
}
