/** Passkeys (WebAuthn with user verification): signing in, and agreeing to a decision. */
import { randomBytes, randomUUID } from 'node:crypto';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { ApiError } from '../http/problem.ts';
import type { Store } from '../store/open.ts';
import { transact } from '../store/transact.ts';
import { openInvitation } from './invitations.ts';
import { writeLog } from './log.ts';
import { hashToken } from './tokens.ts';

/** A challenge is answered in this time, or asked for anew. */
const CHALLENGE_MS = 5 * 60_000;

export interface Passkeys {
  readonly store: Store;
  /** Public address of the hub: passkeys are bound to its host. */
  readonly origin: string;
}

const hostOf = (origin: string): string => new URL(origin).hostname;

/** A challenge for a purpose, which may hold the hash of what is agreed to. */
async function challengeFor(
  { db }: Store,
  subject: string,
  content = '',
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(Buffer.concat([Buffer.from(content, 'hex'), randomBytes(32)]));
  const challenge = Buffer.from(bytes).toString('base64url');
  const now = Date.now();
  await db.deleteFrom('challenges').where('expires_at', '<', now).execute();
  await db
    .insertInto('challenges')
    .values({ challenge, subject, expires_at: now + CHALLENGE_MS })
    .execute();
  return bytes;
}

/** Takes a challenge back: each is good for one answer, for its purpose alone. */
const spend =
  ({ db }: Store, subject: string) =>
  async (challenge: string): Promise<boolean> => {
    const spent = await db
      .deleteFrom('challenges')
      .where('challenge', '=', challenge)
      .where('subject', '=', subject)
      .where('expires_at', '>=', Date.now())
      .returning('challenge')
      .executeTakeFirst();
    return spent !== undefined;
  };

/** What a browser needs to make a passkey for whoever holds an invitation. */
export async function registrationOptions(
  { store, origin }: Passkeys,
  token: string,
  name: string,
) {
  await openInvitation(store.db, token);
  return generateRegistrationOptions({
    rpName: 'Lurewatch',
    rpID: hostOf(origin),
    userName: name,
    userDisplayName: name,
    challenge: await challengeFor(store, `register ${hashToken(token)}`),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    attestationType: 'none',
  });
}

/** Makes a maintainer of whoever holds an invitation. @returns the id */
export async function register(
  { store, origin }: Passkeys,
  token: string,
  name: string,
  response: RegistrationResponseJSON,
): Promise<string> {
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: spend(store, `register ${hashToken(token)}`),
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
    requireUserVerification: true,
  }).catch(refuse);
  if (!verified.verified) throw new ApiError('forbidden', 'The passkey was not accepted');
  const { id: credential, publicKey, counter } = verified.registrationInfo.credential;
  const id = randomUUID();
  const now = Date.now();
  await transact(store, async (tx) => {
    const { role, invited_by } = await openInvitation(tx, token);
    const twin = await tx
      .selectFrom('maintainers')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirst();
    if (twin) throw new ApiError('refused', 'Somebody has this name already');
    await tx
      .updateTable('invitations')
      .set({ used_at: now })
      .where('token_hash', '=', hashToken(token))
      .execute();
    await tx
      .insertInto('maintainers')
      .values({ id, name, role, created_at: now, invited_by, disabled_at: null })
      .execute();
    const public_key = Buffer.from(publicKey).toString('base64url');
    await tx
      .insertInto('credentials')
      .values({ id: credential, maintainer_id: id, public_key, counter, created_at: now })
      .execute();
    await writeLog(tx, now, { actor: name, action: 'join', subject: role });
  });
  return id;
}

/** What a browser needs to ask for a passkey. @param content hash (hexadecimal) that it is to sign */
export async function authenticationOptions(
  { store, origin }: Passkeys,
  subject: string,
  content?: string,
) {
  return generateAuthenticationOptions({
    rpID: hostOf(origin),
    userVerification: 'required',
    challenge: await challengeFor(store, subject, content),
  });
}

/** Whose passkey answered. @throws {ApiError} `forbidden` */
export async function authenticate(
  { store, origin }: Passkeys,
  subject: string,
  response: AuthenticationResponseJSON,
): Promise<string> {
  const credential = await store.db
    .selectFrom('credentials')
    .innerJoin('maintainers', 'maintainers.id', 'credentials.maintainer_id')
    .select(['credentials.id', 'maintainer_id', 'public_key', 'counter'])
    .where('credentials.id', '=', response.id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (!credential) throw new ApiError('forbidden', 'This passkey is not known here');
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: spend(store, subject),
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
    requireUserVerification: true,
    credential: {
      id: credential.id,
      publicKey: new Uint8Array(Buffer.from(credential.public_key, 'base64url')),
      counter: credential.counter,
    },
  }).catch(refuse);
  if (!verified) throw new ApiError('forbidden', 'The passkey was not accepted');
  await store.db
    .updateTable('credentials')
    .set({ counter: authenticationInfo.newCounter })
    .where('id', '=', credential.id)
    .execute();
  return credential.maintainer_id;
}

function refuse(error: unknown): never {
  throw new ApiError('forbidden', error instanceof Error ? error.message : undefined);
}
