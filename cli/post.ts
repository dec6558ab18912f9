import type { Post } from '#schema/post.ts';

/** A text without a page around it, as a post. */
export function textPost(key: string, text: string): Post {
  return { site: 'text', key, kind: 'text', url: '', text, links: [], partial: false };
}
