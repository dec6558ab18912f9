/** What runs inside the pages of the adapter tests: the reader's own code, and nothing else. */
import { findPosts } from '#page/extract.ts';
import { genericAdapter } from '#page/generic.ts';
import { findJobPostings } from '#page/jsonld.ts';
import type { Adapter } from '#schema/adapter.ts';
import type { Post } from '#schema/post.ts';

/** Every post of the page, read by one adapter. */
export function postsOf(adapter: Adapter): Post[] {
  return findPosts(document, adapter, new URL(location.href)).map(({ post }) => post);
}

/** Every job that the page describes in JSON-LD. */
export function jobPostings(): Post[] {
  return findJobPostings(document, new URL(location.href)).map(({ post }) => post);
}

/** What is read of a page that nobody described, when the reader asks. */
export function anyPosts(): Post[] {
  return postsOf(genericAdapter);
}

/** Selectors of an adapter that this browser can't parse. */
export function unparsable(selectors: readonly string[]): string[] {
  return selectors.filter((selector) => {
    try {
      document.querySelector(selector);
      return false;
    } catch {
      return true;
    }
  });
}
