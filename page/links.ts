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
  for (let depth = 0; depth < 3; depth++) {
    if (!URL.canParse(target)) break;
    const url = new URL(target);
    const found = redirectors.find(
      ({ url: start, param }) =>
        `${url.host}${url.pathname}`.startsWith(start) && url.searchParams.has(param),
    );
    if (!found) break;
    target = url.searchParams.get(found.param)!;
  }
  return URL.canParse(target) ? target : href;
}

/** An address written in the page, made absolute; nothing if it is none that a person can follow. */
export function resolveLink(href: string, base: string): string | undefined {
  if (!URL.canParse(href, base)) return undefined;
  const absolute = new URL(href, base).href;
  return SCHEMES.test(absolute) && absolute.length <= MAX_URL ? absolute : undefined;
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
    const written = resolveLink(anchor.getAttribute('href') ?? '', location.href);
    if (!written) continue;
    const target = unwrap(written, redirectors);
    if (target.length > MAX_URL || !SCHEMES.test(target)) continue;
    if (isInBody(anchor) || new URL(target).host !== location.host) links.add(target);
  }
  return [...links];
}
