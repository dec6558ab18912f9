import { MAX_FIELD, MAX_LINKS, MAX_TEXT, MAX_URL } from './limits.ts';
import { z } from './zod.ts';

export { MAX_TEXT } from './limits.ts';

/**
 * How much of an advertisement a post is. A `card` is a teaser in a list (80 to 180 characters on
 * the job boards measured); `detail` the whole advertisement; `post` and `message` are social;
 * `text` was handed over by the reader (selection, check page, command line).
 */
export const PostKind = z.enum(['card', 'detail', 'post', 'message', 'text']);
export type PostKind = z.infer<typeof PostKind>;

const field = z.optional(z.string().check(z.maxLength(MAX_FIELD)));

/** One advertisement or message found in a page. Lengths are in UTF-16 code units. */
export const Post = z.object({
  /** Adapter id, or `page`, `selection`, `text`. */
  site: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Stable within a site: the site's own id where it has one, else a hash of address and text. */
  key: z.string().check(z.minLength(1), z.maxLength(512)),
  kind: PostKind,
  url: z.string().check(z.maxLength(MAX_URL)),
  title: field,
  text: z.string().check(z.maxLength(MAX_TEXT)),
  author: field,
  company: field,
  place: field,
  pay: field,
  /** Targets of links inside the post, the site's own redirectors undone. */
  links: z.array(z.string().check(z.maxLength(MAX_URL))).check(z.maxLength(MAX_LINKS)),
  /** The site hides the tail behind a "see more" and has not delivered it. */
  partial: z.boolean(),
});
export type Post = z.infer<typeof Post>;
