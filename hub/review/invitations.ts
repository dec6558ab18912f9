import type { Role } from '#schema/review.ts';
import { ApiError } from '../http/problem.ts';
import type { Store } from '../store/open.ts';
import { type Tx, transact } from '../store/transact.ts';
import { writeLog } from './log.ts';
import { hashToken, newToken } from './tokens.ts';

const HOUR_MS = 3_600_000;
/** An invitation is good for so long; the first link of a new hub likewise. */
const VALID_MS = 72 * HOUR_MS;

/** Invites somebody; the token is shown once and is not stored. */
export async function invite(
  store: Store,
  role: Role,
  by: { readonly id: string; readonly name: string } | null,
): Promise<string> {
  const token = newToken();
  const now = Date.now();
  await transact(store, async (tx) => {
    await tx
      .insertInto('invitations')
      .values({
        token_hash: hashToken(token),
        role,
        invited_by: by?.id ?? null,
        expires_at: now + VALID_MS,
        used_at: null,
      })
      .execute();
    const actor = by?.name ?? 'hub';
    await writeLog(tx, now, { actor, action: 'invite', subject: role });
  });
  return token;
}

/** An invitation that is still good. @throws {ApiError} `forbidden` */
export async function openInvitation(tx: Tx | Store['db'], token: string) {
  const row = await tx
    .selectFrom('invitations')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', Date.now())
    .executeTakeFirst();
  if (!row) throw new ApiError('forbidden', 'This invitation is used or too old');
  return row;
}

/** The link for the first maintainer; `undefined` once there is one. An earlier link is void. */
export async function firstInvitation(store: Store): Promise<string | undefined> {
  const known = await store.db.selectFrom('maintainers').select('id').limit(1).executeTakeFirst();
  if (known) return undefined;
  await store.db.deleteFrom('invitations').execute();
  return invite(store, 'admin', null);
}
