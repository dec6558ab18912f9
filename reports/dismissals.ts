/**
 * "Not a problem": what the reader does not want to be warned about again. Stored as a hash, with
 * site, scope and day: no text, name or address of a page reaches the disk, so the list in the
 * options tells these three and nothing more.
 */
import { type Database, database } from '#platform/database.ts';
import type { Post } from '#schema/post.ts';
import { z } from '#schema/zod.ts';
import { type DismissalScope, hashOf, hashOfPage, ofPrivateWindows, PAGE } from './dismissed.ts';

export const Dismissal = z.object({
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  site: z.string(),
  scope: z.enum(['post', 'author', 'company', 'page']),
  /** ISO 8601 day. */
  day: z.iso.date(),
});
export type Dismissal = z.infer<typeof Dismissal>;

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
  const hash = await hashOfPage(host);
  if (!undo) return keep({ ...PAGE, hash }, isPrivate, db);
  ofPrivateWindows.delete(hash);
  await db.dismissals.delete(hash);
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
