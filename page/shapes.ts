/** An adapter made ready to run: selectors checked and joined, patterns compiled, once a page. */
import type { Adapter, PostShape } from '#schema/adapter.ts';

/** Addresses and ids are matched no further than this; texts of posts never are. */
const MAX_MATCHED = 2_048;

/** One alternative of a field: an element, one of its attributes, or the page's address. */
export type Source =
  | { readonly from: 'url' }
  | { readonly from: 'element' | 'attribute'; readonly css: string; readonly attribute: string };

export type FieldName = 'title' | 'author' | 'company' | 'place' | 'pay' | 'link' | 'id' | 'body';

export interface Shape {
  readonly source: PostShape;
  /** Container selectors in order; `earlier[i]` joins those before the i-th. */
  readonly containers: readonly string[];
  readonly earlier: readonly string[];
  readonly fields: ReadonlyMap<FieldName, readonly Source[]>;
  readonly strip: string;
  readonly skip: string;
  readonly expand: string;
  readonly anchors: readonly string[];
  readonly idPattern: RegExp | undefined;
  readonly paths: readonly RegExp[] | undefined;
}

const FIELDS = ['title', 'author', 'company', 'place', 'pay', 'link', 'id', 'body'] as const;

function sourceOf(text: string): Source {
  if (text === 'url()') return { from: 'url' };
  // An "@" counts only where a bare attribute name follows at the very end.
  const at = /@([a-zA-Z_][\w-]*)$/.exec(text);
  const css = at ? text.slice(0, at.index) : text;
  return {
    from: at ? 'attribute' : 'element',
    css: css === ':self' ? '' : css,
    attribute: at?.[1] ?? '',
  };
}

const NEVER = /(?!)/;
/** A repeated group: what makes the time that a pattern takes double with every character. */
const REPEATED_GROUP = /\)[+*{]/;

function patternOf(text: string): RegExp {
  try {
    return REPEATED_GROUP.test(text) ? NEVER : new RegExp(text);
  } catch {
    return NEVER;
  }
}

/** First group that matched, else the whole match, else nothing. */
export function matchShort(pattern: RegExp, text: string): string {
  const match = pattern.exec(text.slice(0, MAX_MATCHED));
  return match?.slice(1).find(Boolean) ?? match?.[0] ?? '';
}

/** Makes the shapes of an adapter ready. A selector or pattern that does not parse is left out. */
export function compile(adapter: Adapter, document: Document): Shape[] {
  const probe = document.createDocumentFragment();
  const isValid = (css: string) => {
    try {
      probe.querySelector(css);
      return true;
    } catch {
      return false;
    }
  };
  const valid = (list: readonly string[] = []) => list.filter(isValid);

  return adapter.posts.flatMap((source) => {
    const containers = valid(source.container);
    if (containers.length === 0) return [];
    const fields = new Map<FieldName, Source[]>();
    for (const name of FIELDS) {
      const sources = (source[name] ?? []).map(sourceOf);
      fields.set(
        name,
        sources.filter((one) => one.from === 'url' || one.css === '' || isValid(one.css)),
      );
    }
    return {
      source,
      containers,
      earlier: containers.map((_, index) => containers.slice(0, index).join(',')),
      fields,
      strip: valid(source.strip).join(','),
      skip: valid(source.skip).join(','),
      expand: valid(source.expand).join(','),
      anchors: valid(source.anchor),
      idPattern: source.idPattern ? patternOf(source.idPattern) : undefined,
      paths: source.paths?.map(patternOf),
    };
  });
}

/** The shapes that count at an address. */
export function shapesAt(shapes: readonly Shape[], location: URL): Shape[] {
  const path = location.pathname.slice(0, MAX_MATCHED);
  return shapes.filter(({ paths, source: { hosts } }) => {
    if (paths && !paths.some((pattern) => pattern.test(path))) return false;
    const isUnder = (host: string) =>
      location.hostname === host || location.hostname.endsWith(`.${host}`);
    return !hosts || hosts.some(isUnder);
  });
}

/**
 * Is this element a container of the shape? Alternatives exclude one another: where an earlier one
 * matches inside or around the element, that one is the post.
 */
export function isContainer(element: Element, shape: Shape): boolean {
  const index = shape.containers.findIndex((css) => element.matches(css));
  if (index < 0) return false;
  const earlier = shape.earlier[index]!;
  const around = shape.source.outermost
    ? [earlier, shape.containers[index]].filter(Boolean).join(',')
    : earlier;
  if (around && element.parentElement?.closest(around)) return false;
  if (earlier && element.querySelector(earlier)) return false;
  return !(shape.skip && (element.matches(shape.skip) || element.querySelector(shape.skip)));
}
