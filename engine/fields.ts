import type { Post } from '#schema/post.ts';
import type { Quote, QuoteField } from '#schema/verdict.ts';

/** One readable part of a post. */
export type Field = { field: QuoteField; index?: number; text: string };

/** Longest text that is read, as `MAX_TEXT` of the schema; what follows is passed over. */
const MAX_TEXT = 200_000;
const NAMED = ['title', 'text', 'author', 'company', 'place', 'pay'] as const;

/** The words of a post, field by field, without its links. */
export function wordFields(post: Post): Field[] {
  return NAMED.flatMap((field) => {
    const text = post[field];
    return text ? [{ field, text: text.slice(0, MAX_TEXT) }] : [];
  });
}

/** The links of a post, one field each. */
export function linkFields(post: Post): Field[] {
  return post.links.map((text, index) => ({ field: 'links', index, text }));
}

/** Quotes a part of a field exactly as it stands there. */
export function quoteOf({ field, index, text }: Field, start: number, end: number): Quote {
  return {
    field,
    ...(index === undefined ? {} : { index }),
    start,
    end,
    text: text.slice(start, end),
  };
}
