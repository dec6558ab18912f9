/** What a report will hold, put together from the choices of the volunteer. Pure. */
import type { Post } from '#schema/post.ts';
import type { ReportDraft, ReportedPost } from '#schema/report.ts';

/** Parts of a post that can be left out, in the order shown. */
export const PARTS = [
  'title',
  'text',
  'author',
  'company',
  'place',
  'pay',
  'links',
  'url',
] as const;
export type Part = (typeof PARTS)[number];

/** The post as read, without and with its phone numbers and mail addresses masked. */
export interface Sources {
  readonly shown: ReportedPost;
  readonly masked: ReportedPost;
}

export interface Choices {
  readonly parts: ReadonlySet<Part>;
  readonly contactsShown: boolean;
  /** The text after the volunteer has taken words out of it. */
  readonly text: string;
  readonly scheme: string;
  readonly contact: ReportDraft['contact'];
  readonly note: string;
}

export const sourceOf = (sources: Sources, contactsShown: boolean): ReportedPost =>
  contactsShown ? sources.shown : sources.masked;

/** Does the post say anything in this part? */
export function hasPart(post: Post, part: Part): boolean {
  const value = post[part];
  return value !== undefined && value.length > 0;
}

/** What is chosen at first: all that the redacted draft holds, and not the author's name. */
export function firstChoices({ post, scheme, contact }: ReportDraft, sources: Sources): Choices {
  const contactsShown = post.text === sources.shown.text;
  return {
    parts: new Set(PARTS.filter((part) => part !== 'author' && hasPart(post, part))),
    contactsShown,
    text: post.text,
    scheme,
    contact,
    note: '',
  };
}

/** The report exactly as it will be kept. */
export function compose(draft: ReportDraft, sources: Sources, choices: Choices): ReportDraft {
  const source = sourceOf(sources, choices.contactsShown);
  const { note: _, ...plain } = draft;
  const { site, key, kind, partial } = source;
  const post: ReportedPost = {
    site,
    // Some sites have no id of their own: then the key is the address, which may be left out.
    key: choices.parts.has('url') ? key : draft.id,
    kind,
    partial,
    url: choices.parts.has('url') ? source.url : '',
    text: choices.parts.has('text') ? choices.text : '',
    links: choices.parts.has('links') ? source.links : [],
  };
  for (const part of ['title', 'author', 'company', 'place', 'pay'] as const) {
    const value = source[part];
    if (choices.parts.has(part) && value !== undefined) post[part] = value;
  }
  const note = choices.note.trim();
  return {
    ...plain,
    post,
    scheme: choices.scheme,
    contact: choices.contact,
    ...(note && { note }),
  };
}
