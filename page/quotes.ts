/** From quotes of a post back to the words in the page, as ranges that change nothing there. */
import { MAX_TEXT } from '#schema/limits.ts';
import type { Quote } from '#schema/verdict.ts';
import { type Found, locate, oneLine } from './extract.ts';
import { resolveLink, unwrap } from './links.ts';
import { type ReadText, readText, type Segment } from './text.ts';

/** More marks than this help nobody. */
const MAX_RANGES = 50;

function segmentAt(segments: readonly Segment[], offset: number): Segment | undefined {
  let low = 0;
  let high = segments.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const segment = segments[middle]!;
    if (offset < segment.at) high = middle - 1;
    else if (offset >= segment.at + segment.length) low = middle + 1;
    else return segment;
  }
  return undefined;
}

function rangeOf({ segments }: ReadText, start: number, end: number): Range | undefined {
  const first = segmentAt(segments, start);
  const last = segmentAt(segments, end - 1);
  if (!first || !last) return undefined;
  const range = first.node.ownerDocument!.createRange();
  if (first.node.nodeType === Node.TEXT_NODE)
    range.setStart(first.node, first.from + start - first.at);
  else range.setStartBefore(first.node);
  if (last.node.nodeType === Node.TEXT_NODE) range.setEnd(last.node, last.from + end - last.at);
  else range.setEndAfter(last.node);
  return range;
}

function rangeOfLink({ container, post, site }: Found, index: number): Range | undefined {
  const target = post.links[index];
  for (const anchor of container.querySelectorAll('a[href]')) {
    const written = resolveLink(anchor.getAttribute('href') ?? '', post.url);
    if (!written || unwrap(written, site?.adapter.unwrap) !== target) continue;
    const range = anchor.ownerDocument.createRange();
    range.selectNodeContents(anchor);
    return range;
  }
  return undefined;
}

function readField(found: Found, field: Quote['field']): ReadText | undefined {
  if (field === 'text') return readText(found.body, found.shape?.strip ?? '', MAX_TEXT);
  if (field === 'links' || !found.shape) return undefined;
  return locate(found.container, field, found.shape)?.read;
}

/**
 * Ranges over the quoted words as they stand in the page now. A quote whose words are no longer
 * there, or never were (an attribute, another copy of the post), gives none.
 */
export function rangesOf(found: Found, quotes: readonly Quote[]): Range[] {
  const reads = new Map<Quote['field'], ReadText | undefined>();
  const ranges: Range[] = [];
  for (const { field, index, start, end, text } of quotes.slice(0, MAX_RANGES)) {
    if (field === 'links') {
      const range = index === undefined ? undefined : rangeOfLink(found, index);
      if (range) ranges.push(range);
      continue;
    }
    if (!reads.has(field)) reads.set(field, readField(found, field));
    const read = reads.get(field);
    if (!read || oneLine(read.text.slice(start, end)) !== oneLine(text)) continue;
    const range = rangeOf(read, start, end);
    if (range) ranges.push(range);
  }
  return ranges;
}
