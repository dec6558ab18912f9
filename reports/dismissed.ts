/**
 * What the reader does not want to be warned about again, as a waking background reads it: past
 * Dexie, which `dismissals.ts` writes with.
 */
import { readRows } from '#platform/wake.ts';
import type { Post } from '#schema/post.ts';

export type DismissalScope = 'post' | 'author' | 'company';
/** Site and scope under which a listed website is dismissed. */
export const PAGE = { site: '', scope: 'page' } as const;

const SCOPES: readonly DismissalScope[] = ['post', 'author', 'company'];

/** What identifies a post within a scope; `undefined` where the post does not say. */
function subjectOf(post: Post, scope: DismissalScope): string | undefined {
  const subject = scope === 'post' ? post.key : post[scope];
  return subject?.trim().toLowerCase() || undefined;
}

/** The hash under which a post is dismissed; `undefined` where it names nobody of that scope. */
export async function hashOf(post: Post, scope: DismissalScope): Promise<string | undefined> {
  const subject = subjectOf(post, scope);
  return subject === undefined ? undefined : digestOf(post.site, scope, subject);
}

async function digestOf(site: string, scope: string, subject: string): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([site, scope, subject]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Dismissals of private windows: in memory only, gone when the background stops. */
export const ofPrivateWindows = new Set<string>();

/** The hash under which a listed website is dismissed. */
export const hashOfPage = (host: string): Promise<string> => digestOf(PAGE.site, PAGE.scope, host);

/** Is a listed website no problem to the reader? */
export async function isPageDismissed(host: string, isPrivate: boolean): Promise<boolean> {
  const hash = await hashOfPage(host);
  if (isPrivate && ofPrivateWindows.has(hash)) return true;
  const [row] = await readRows('dismissals', [hash]);
  return row !== undefined;
}

/**
 * Which of the posts the reader has dismissed, by post, author or employer. What was dismissed in
 * a private window counts there only.
 */
export async function dismissedOf(
  posts: readonly Post[],
  isPrivate: boolean,
): Promise<ReadonlySet<Post>> {
  const pairs = await Promise.all(
    posts.flatMap((post) =>
      SCOPES.map(async (scope) => ({ post, hash: await hashOf(post, scope) })),
    ),
  );
  const hashes = pairs.flatMap(({ hash }) => hash ?? []);
  // An unreadable database gives no rows: it must not silence a warning.
  const rows = await readRows('dismissals', hashes);
  const stored = hashes.filter((_, index) => rows[index] !== undefined);
  const known = new Set([...stored, ...(isPrivate ? ofPrivateWindows : [])]);
  return new Set(pairs.flatMap(({ post, hash }) => (hash && known.has(hash) ? [post] : [])));
}
