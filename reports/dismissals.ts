/**
 * "Not a problem": what the reader does not want to be warned about again. Stored as a hash, with
 * site, scope and day: no text, name or address of a page reaches the disk, so the list in the
 * options tells these three and nothing more.
 */
import { type Database, database } from '#platform/database.ts';
import { readRows } from '#platform/wake.ts';
import type { Post } from '#schema/post.ts';
import { z } from '#schema/zod.ts';

export type DismissalScope = 'post' | 'author' | 'company';
/** Site and scope under which a listed website is dismissed. */
const PAGE = { site: '', scope: 'page' } as const;

export const Dismissal = z.object({
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  site: z.string(),
  scope: z.enum(['post', 'author', 'company', 'page']),
  /** ISO 8601 day. */
  day: z.iso.date(),
});
export type Dismissal = z.infer<typeof Dismissal>;

const SCOPES: readonly DismissalScope[] = ['post', 'author', 'company'];

/** What identifies a post within a scope; `undefined` where the post does not say. */
function subjectOf(post: Post, scope: DismissalScope): string | undefined {
  const subject = scope === 'post' ? post.key : post[scope];
  return subject?.trim().toLowerCase() || undefined;
}

async function hashOf(post: Post, scope: DismissalScope): Promise<string | undefined> {
  const subject = subjectOf(post, scope);
  return subject === undefined ? undefined : digestOf(post.site, scope, subject);
}

async function digestOf(site: string, scope: string, subject: string): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([site, scope, subject]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Dismissals of private windows: in memory only, gone when the background stops. */
const ofPrivateWindows = new Set<string>();

/** Remembers a dismissal. Without effect where the post names no author or employer. */
export async function dismiss(
  post: Post,
  scope: DismissalScope,
  isPrivate: boolean,
  db: Database = database,
): Promise<void> {
  const hash = await hashOf(post, scope);
  if (hash !== undefined) await keep({ hash, site: post.site, scope }, isPrivate, db);
}

async function keep(what: Omit<Dismissal, 'day'>, isPrivate: boolean, db: Database): Promise<void> {
  if (isPrivate) {
    ofPrivateWindows.add(what.hash);
    return;
  }
  const day = new Date().toISOString().slice(0, 10);
  await db.dismissals.put({ ...what, day } satisfies Dismissal);
}

/** Remembers that a listed website is no problem to the reader, or forgets it. */
export async function dismissPage(
  host: string,
  undo: boolean,
  isPrivate: boolean,
  db: Database = database,
): Promise<void> {
  const hash = await digestOf(PAGE.site, PAGE.scope, host);
  if (!undo) return keep({ ...PAGE, hash }, isPrivate, db);
  ofPrivateWindows.delete(hash);
  await db.dismissals.delete(hash);
}

/** Is a listed website no problem to the reader? */
export async function isPageDismissed(host: string, isPrivate: boolean): Promise<boolean> {
  const hash = await digestOf(PAGE.site, PAGE.scope, host);
  if (isPrivate && ofPrivateWindows.has(hash)) return true;
  const [row] = await readRows('dismissals', [hash]);
  return row !== undefined;
}

/** Forgets a dismissal. */
export async function undismiss(
  post: Post,
  scope: DismissalScope,
  db: Database = database,
): Promise<void> {
  const hash = await hashOf(post, scope);
  if (hash === undefined) return;
  ofPrivateWindows.delete(hash);
  await db.dismissals.delete(hash);
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

/** All stored dismissals, newest first. */
export async function listDismissals(db: Database = database): Promise<Dismissal[]> {
  const all = (await db.dismissals.toArray()).flatMap((row) => {
    const parsed = Dismissal.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
  return all.sort((a, b) => b.day.localeCompare(a.day));
}

/** Forgets one dismissal of the list. */
export const forgetDismissal = (hash: string, db: Database = database): Promise<void> =>
  db.dismissals.delete(hash);
