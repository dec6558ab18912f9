/** Every message between the parts of the extension: a closed map of name → request, response. */
import { Adapter } from './adapter.ts';
import { MAX_BATCH } from './limits.ts';
import { Post } from './post.ts';
import { ReportDraft } from './report.ts';
import { Outcome, RulesetStatus } from './ruleset-status.ts';
import { Loudness } from './settings.ts';
import { Warning } from './warning.ts';
import { z } from './zod.ts';

const Nothing = z.object({});
const Strings = z.record(z.string(), z.string());

/** A warning for one post; `null` where nothing is to be shown. */
export const Judged = z.object({ key: z.string(), warning: z.nullable(Warning) });
export type Judged = z.infer<typeof Judged>;

/** What the popup learns of the page in front of the reader. */
export const PageState = z.object({
  site: z.string(),
  siteName: z.string(),
  /** The reader has switched the site off. */
  off: z.boolean(),
  /** False when text is there but no container of the site's adapter matched for seconds. */
  readable: z.boolean(),
  found: z.number(),
  judged: z.number(),
  /** Warned posts in page order, with the whole warning: popup and tour show the same words. */
  warned: z.array(z.object({ key: z.string(), title: z.string(), warning: Warning })),
});
export type PageState = z.infer<typeof PageState>;

/** Content script → background. */
export const readerMessages = {
  'reader.start': {
    request: z.object({ url: z.string() }),
    response: z.object({
      /** Absent when no adapter covers the address. There also when `off`: the popup names the site. */
      adapter: z.optional(Adapter),
      off: z.boolean(),
      loudness: Loudness,
      /** BCP 47 tag and direction of the interface. */
      language: z.string(),
      direction: z.enum(['ltr', 'rtl']),
      /** The `banner.*` part of the catalogue. */
      strings: Strings,
    }),
  },
  'reader.judge': {
    request: z.object({ posts: z.array(Post).check(z.maxLength(MAX_BATCH)) }),
    response: z.object({ results: z.array(Judged) }),
  },
  /** "Not a problem": for this post, or for everything of its author or employer. */
  'reader.dismiss': {
    request: z.object({ post: Post, scope: z.enum(['post', 'author', 'company']) }),
    response: Nothing,
  },
  'reader.undismiss': {
    request: z.object({ post: Post, scope: z.enum(['post', 'author', 'company']) }),
    response: Nothing,
  },
  /** A page was opened whose address is to be compared with the list; the browser tells which. */
  'reader.visit': { request: Nothing, response: Nothing },
  /** What the banner of a listed website says; `null` where nothing is to be said any more. */
  'reader.listed': {
    request: Nothing,
    response: z.object({
      warning: z.nullable(Warning),
      language: z.string(),
      direction: z.enum(['ltr', 'rtl']),
      strings: Strings,
    }),
  },
  /** "Not a problem", for the website that asks, or its undoing. */
  'reader.dismissPage': { request: z.object({ undo: z.boolean() }), response: Nothing },
  /** Opens the report draft of a post in a page of the extension. */
  'reader.report': { request: z.object({ post: Post }), response: Nothing },
} as const;

/** Pages of the extension → background. */
export const extensionMessages = {
  /** Judges text that the reader handed over; the answer explains also when nothing was found. */
  'check.judge': {
    request: z.object({ text: z.string(), links: z.array(z.string()) }),
    response: z.object({ warning: z.nullable(Warning) }),
  },
  /** Text that a context menu handed to the check page; `null` when it is gone. */
  'check.handed': {
    request: z.object({ id: z.string() }),
    response: z.object({ text: z.nullable(z.string()) }),
  },
  /** Opens the report draft of a text that the reader handed over. */
  'check.report': { request: z.object({ text: z.string() }), response: Nothing },
  /** The draft behind `report.html?draft=<id>`; `null` when it is gone. */
  'report.draft': {
    request: z.object({ id: z.string() }),
    response: z.object({
      draft: z.nullable(ReportDraft),
      /** The whole post, for parts that the draft leaves out at first (author, contacts). */
      post: z.nullable(Post),
      /** From a private window: may be looked at, never kept. */
      isPrivate: z.boolean(),
    }),
  },
  /** Reports were kept or withdrawn, or are looked at: deliver what waits, ask what became of others. */
  'reports.deliver': { request: Nothing, response: Nothing },
  /** How fresh the rules are. */
  'ruleset.status': { request: Nothing, response: RulesetStatus },
  /** Looks for new rules now; answers when that has ended. */
  'ruleset.check': { request: Nothing, response: z.object({ outcome: Outcome }) },
  /** Settings or dismissals changed: tell every page. */
  'settings.changed': { request: Nothing, response: Nothing },
} as const;

/** Background or popup → content script. */
export const pageMessages = {
  'page.state': { request: Nothing, response: PageState },
  /** Start over with new settings. */
  'page.restart': { request: Nothing, response: Nothing },
  /** Report the post on which the context menu was opened; false where there is none. */
  'page.report': { request: Nothing, response: z.object({ found: z.boolean() }) },
  /** Scroll to a warned post and put the focus on its banner. */
  'page.show': { request: z.object({ key: z.string() }), response: Nothing },
} as const;

export const messages = { ...readerMessages, ...extensionMessages, ...pageMessages } as const;
export type MessageName = keyof typeof messages;
export type Request<N extends MessageName> = z.infer<(typeof messages)[N]['request']>;
export type Response<N extends MessageName> = z.infer<(typeof messages)[N]['response']>;
