/** Who is signed in: a random cookie, stored as its hash, short-lived. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Me } from '#schema/review.ts';
import { ApiError } from '../http/problem.ts';
import type { Store } from '../store/open.ts';
import { hashToken, newToken } from './tokens.ts';

const MINUTE_MS = 60_000;
/** A session ends after so long without a request, and after so long whatever happens. */
const IDLE_MS = 30 * MINUTE_MS;
const LONGEST_MS = 8 * 60 * MINUTE_MS;
/** The prefix makes browsers refuse it from any other host or path, or without `Secure`. */
const COOKIE = '__Host-lurewatch';
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const;

export async function beginSession(
  context: Context,
  { db }: Store,
  maintainer: string,
): Promise<void> {
  const token = newToken();
  const now = Date.now();
  await db.deleteFrom('sessions').where('expires_at', '<', now).execute();
  await db
    .insertInto('sessions')
    .values({
      token_hash: hashToken(token),
      maintainer_id: maintainer,
      seen_at: now,
      expires_at: now + LONGEST_MS,
    })
    .execute();
  setCookie(context, COOKIE, token, { ...ATTRIBUTES, maxAge: LONGEST_MS / 1_000 });
}

/** The maintainer who asks. @throws {ApiError} `signed-out` */
export async function signedIn(context: Context, { db }: Store): Promise<Me> {
  const token = getCookie(context, COOKIE);
  if (token === undefined) throw new ApiError('signed-out');
  const now = Date.now();
  const row = await db
    .selectFrom('sessions')
    .innerJoin('maintainers', 'maintainers.id', 'sessions.maintainer_id')
    .select(['maintainers.id', 'name', 'role', 'seen_at', 'expires_at'])
    .where('token_hash', '=', hashToken(token))
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row || row.expires_at < now || row.seen_at < now - IDLE_MS) throw new ApiError('signed-out');
  if (row.seen_at < now - MINUTE_MS)
    await db
      .updateTable('sessions')
      .set({ seen_at: now })
      .where('token_hash', '=', hashToken(token))
      .execute();
  return { id: row.id, name: row.name, role: row.role };
}

export async function endSession(context: Context, { db }: Store): Promise<void> {
  const token = deleteCookie(context, COOKIE, ATTRIBUTES);
  if (token !== undefined)
    await db.deleteFrom('sessions').where('token_hash', '=', hashToken(token)).execute();
}
