/** From a live page to Posts: runs an adapter's selectors, and nothing but selectors. */
import type { Adapter } from '#schema/adapter.ts';
import { MAX_FIELD, MAX_TEXT, MAX_URL } from '#schema/limits.ts';
import type { Post } from '#schema/post.ts';
import { keyOf } from './key.ts';
import { linksOf, resolveLink } from './links.ts';
import {
  compile,
  type FieldName,
  isContainer,
  matchShort,
  type Shape,
  type Source,
  shapesAt,
} from './shapes.ts';
import { type ReadText, readText } from './text.ts';

export interface Found {
  readonly post: Post;
  readonly container: Element;
  /** The shape and its site; absent for posts that no adapter describes. */
  readonly shape?: Shape;
  readonly site?: Site;
  /** Element after which the banner stands; where absent, the shape says. */
  readonly anchor?: Element;
  /** Elements that hold the post's own words. */
  readonly body: readonly Element[];
}

/** The parts of an adapter that reading needs, at one address. */
export interface Site {
  readonly adapter: Adapter;
  readonly shapes: readonly Shape[];
  readonly location: URL;
  /** One selector for every container; empty where no shape counts. */
  readonly containers: string;
}

interface Located {
  readonly text: string;
  readonly roots: readonly Element[];
  readonly read?: ReadText;
}

const hits = (container: Element, css: string): Iterable<Element> =>
  css === '' ? [container] : container.querySelectorAll(css);

function locateOne(
  container: Element,
  source: Source,
  shape: Shape,
  all: boolean,
  limit: number,
): Located | undefined {
  if (source.from === 'url') return undefined;
  const elements = hits(container, source.css);
  if (source.from === 'attribute') {
    for (const element of elements) {
      const value = element.getAttribute(source.attribute)?.trim();
      if (value) return { text: value.slice(0, limit).toWellFormed(), roots: [] };
    }
    return undefined;
  }
  for (const element of elements) {
    const roots = all ? [...elements] : [element];
    const read = readText(roots, shape.strip, limit);
    if (read.text !== '') return { text: read.text, roots, read };
    if (all) break;
  }
  return undefined;
}

/** Finds a field of a post: the first alternative that yields text wins. */
export function locate(container: Element, name: FieldName, shape: Shape): Located | undefined {
  const isBody = name === 'body';
  for (const source of shape.fields.get(name) ?? []) {
    const located = locateOne(
      container,
      source,
      shape,
      isBody && shape.source.bodyAll === true,
      isBody ? MAX_TEXT : MAX_FIELD,
    );
    if (located) return located;
  }
  return undefined;
}

/** A field on one line; a line end and a space are equally long, so offsets stay. */
export const oneLine = (text: string): string => text.replaceAll('\n', ' ');

/** A field that may also be the page's own address. */
function addressIn(container: Element, name: 'link' | 'id', shape: Shape, location: URL): string {
  for (const source of shape.fields.get(name) ?? []) {
    if (source.from === 'url') return location.href;
    const located = locateOne(container, source, shape, false, MAX_FIELD);
    if (located) return oneLine(located.text);
  }
  return '';
}

/** Reads one container as one shape; nothing if it holds no text. */
function readAs(container: Element, shape: Shape, site: Site): Found | undefined {
  const located = locate(container, 'body', shape);
  if (!located) return undefined;
  const { text, roots, read } = located;
  const { adapter, location } = site;
  const { source } = shape;

  const link = addressIn(container, 'link', shape, location);
  const url = (resolveLink(link, location.href) ?? location.href).slice(0, MAX_URL);
  const written = addressIn(container, 'id', shape, location);
  const id = shape.idPattern ? matchShort(shape.idPattern, written) : written;

  const post: Post = {
    site: adapter.id,
    key: keyOf(id, url, text),
    kind: source.kind,
    url,
    text,
    links: linksOf(
      container.querySelectorAll('a[href]'),
      (anchor) => roots.some((root) => root.contains(anchor)),
      location,
      adapter.unwrap,
    ),
    partial:
      (read?.cut ?? false) ||
      (shape.expand !== '' &&
        !source.expandClipsOnly &&
        container.querySelector(shape.expand) !== null),
  };
  for (const name of ['title', 'author', 'company', 'place', 'pay'] as const) {
    const field = locate(container, name, shape);
    if (field) post[name] = oneLine(field.text);
  }
  return { post, container, shape, site, body: roots };
}

/** Reads a container as the first shape that it is and that yields text. */
export function readContainer(container: Element, site: Site): Found | undefined {
  for (const shape of site.shapes) {
    if (!isContainer(container, shape)) continue;
    const found = readAs(container, shape, site);
    if (found) return found;
  }
  return undefined;
}

/** All containers of the site in a part of the page, the part itself among them. */
export function containersIn(root: ParentNode, { containers }: Site): Element[] {
  if (containers === '') return [];
  const inside = root.firstElementChild ? [...root.querySelectorAll(containers)] : [];
  if (root.nodeType === Node.ELEMENT_NODE && (root as Element).matches(containers))
    inside.unshift(root as Element);
  return inside;
}

/** Chooses the shapes that count at an address. */
export function siteAt(adapter: Adapter, compiled: readonly Shape[], location: URL): Site {
  const shapes = shapesAt(compiled, location);
  const containers = shapes.flatMap((shape) => shape.containers).join(',');
  return { adapter, shapes, location, containers };
}

/** Reads every post in a part of a page, in page order. */
export function findPosts(root: ParentNode, adapter: Adapter, location: URL): Found[] {
  const document = root instanceof Document ? root : (root as Node).ownerDocument!;
  const site = siteAt(adapter, compile(adapter, document), location);
  return containersIn(root, site).flatMap((container) => readContainer(container, site) ?? []);
}
