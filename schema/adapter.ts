/** `rules/sites/<id>.yaml`: how a site marks up its posts. Plain strings chosen by a bundled reader. */
import { PostKind } from './post.ts';
import { z } from './zod.ts';

/** CSS selector, `css@attribute`, `@attribute`, `:self` (the container) or `url()` (the address). */
const Selector = z.string().check(z.minLength(1), z.maxLength(400));
/** Tried in order; the first that yields text wins. */
const Selectors = z.array(Selector).check(z.maxLength(8));
/** Bounded regular expression over an address path or an id, never over a post's text. */
const ShortPattern = z.string().check(z.maxLength(120));

export const PostShape = z.strictObject({
  name: z.string(),
  kind: PostKind,
  /** Patterns on `location.pathname`, tested again at every soft navigation; absent means any. */
  paths: z.optional(z.array(ShortPattern)),
  /** Narrows the shape to some hosts of the site. */
  hosts: z.optional(z.array(z.string())),
  container: Selectors,
  title: z.optional(Selectors),
  body: Selectors,
  /** Join all hits of the body selector instead of taking the first. */
  bodyAll: z.optional(z.boolean()),
  author: z.optional(Selectors),
  company: z.optional(Selectors),
  place: z.optional(Selectors),
  pay: z.optional(Selectors),
  link: z.optional(Selectors),
  id: z.optional(Selectors),
  idPattern: z.optional(ShortPattern),
  /** Descendants left out of the text: screen-reader copies, buttons, counters. */
  strip: z.optional(Selectors),
  /** Containers to ignore: advertisements of the site itself, empty shells. */
  skip: z.optional(Selectors),
  /** A control that stands inside the post while its tail is missing; never clicked. */
  expand: z.optional(Selectors),
  /** The whole text is in the page although it looks cut, so `expand` does not mean partial. */
  expandClipsOnly: z.optional(z.boolean()),
  /** Element after which the banner stands; absent means first in the container. */
  anchor: z.optional(Selectors),
  /** Where the page computes heights itself the banner goes inside this element. */
  inside: z.optional(z.boolean()),
  /** The site re-uses one container for different posts. */
  recycled: z.optional(z.boolean()),
  /** Wait for this many milliseconds without change before reading. */
  settle: z.optional(z.number()),
  /** Take only containers that stand in no other container of this shape. */
  outermost: z.optional(z.boolean()),
});
export type PostShape = z.infer<typeof PostShape>;

export const Adapter = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Asked for at run time, not in the manifest. */
  optional: z.optional(z.boolean()),
  /** Match patterns of the WebExtensions standard. */
  match: z.array(z.string()),
  /**
   * The site's own redirectors: addresses that begin with `url` (host and path, no scheme) carry
   * the target in the query parameter `param`.
   */
  unwrap: z.optional(z.array(z.strictObject({ url: z.string(), param: z.string() }))),
  posts: z.array(PostShape),
  /** Where the selectors come from and how sure we are. */
  evidence: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
});
export type Adapter = z.infer<typeof Adapter>;
