/** What has been judged on this page, so that a post that comes back needs no second judgement. */
import type { Post } from '#schema/post.ts';
import type { Warning } from '#schema/warning.ts';

const MAX_OUTCOMES = 5_000;

interface Outcome {
  readonly post: Post;
  readonly warning: Warning | null;
}

const FIELDS = ['text', 'title', 'author', 'company', 'place', 'pay', 'partial', 'url'] as const;

/** Would both be judged alike? */
export const isSamePost = (a: Post, b: Post): boolean =>
  a.key === b.key &&
  a.kind === b.kind &&
  FIELDS.every((field) => a[field] === b[field]) &&
  a.links.length === b.links.length &&
  a.links.every((link, index) => link === b.links[index]);

/**
 * Is `now` still the post that `before` was, perhaps unfolded or with a counter moved on? Another
 * post in the same place shares no more than a word or two of its beginning.
 */
export function isGrowth(before: Post, now: Post): boolean {
  const stem = before.text.slice(0, Math.min(200, Math.ceil(before.text.length / 2)));
  return before.author === now.author && now.text.startsWith(stem);
}

const nameOf = ({ kind, key }: Pick<Post, 'kind' | 'key'>) => `${kind} ${key}`;

/** Judgements by post. The judgement of a whole advertisement also counts for its card in a list. */
export class Outcomes {
  readonly #byName = new Map<string, Outcome>();

  /** The warning for a post, `null` for none; nothing if it has yet to be judged. */
  get(post: Post): Warning | null | undefined {
    const detail = post.kind === 'card' && this.#byName.get(nameOf({ ...post, kind: 'detail' }));
    if (detail) return detail.warning;
    const own = this.#byName.get(nameOf(post));
    return own && isSamePost(own.post, post) ? own.warning : undefined;
  }

  set(post: Post, warning: Warning | null): void {
    const name = nameOf(post);
    this.#byName.delete(name);
    this.#byName.set(name, { post, warning });
    if (this.#byName.size > MAX_OUTCOMES)
      this.#byName.delete(this.#byName.keys().next().value as string);
  }

  /** Forgets a post, its card and its whole advertisement. */
  forget({ kind, key }: Post): void {
    for (const one of [kind, 'card', 'detail'] as const)
      this.#byName.delete(nameOf({ kind: one, key }));
  }
}
