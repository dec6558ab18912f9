/** Answers of listed parties: without an account, with a promised time, decided by somebody else. */
import { randomUUID, timingSafeEqual } from 'node:crypto';
import { normalForm } from '#engine/indicators/normal.ts';
import { canonicalJson } from '#engine/ruleset/canonical.ts';
import type {
  AppealAnswer,
  AppealForReview,
  AppealReceipt,
  AppealRequest,
  AppealStatus,
} from '#schema/appeal.ts';
import { IndicatorType } from '#schema/listing.ts';
import type { Me, Proposal } from '#schema/review.ts';
import { newTicket } from '../cases/id.ts';
import { ApiError } from '../http/problem.ts';
import { contentHash } from '../review/decisions.ts';
import { carryOut } from '../review/effects.ts';
import { writeLog } from '../review/log.ts';
import { hashToken, newToken } from '../review/tokens.ts';
import type { Db, Store } from '../store/open.ts';
import type { AppealsTable } from '../store/tables.ts';
import { type Tx, transact } from '../store/transact.ts';
import type { FindTxt } from './dns.ts';

const DAY_MS = 86_400_000;
/** An answer is promised in so many days; docs/false-positives.md says so to everybody. */
const PROMISED_DAYS = 7;
/** Appeals of one party that wait at a time: a flood of them helps nobody. */
const MOST_OPEN = 3;

const statusOf = (row: AppealsTable): AppealStatus => ({
  ticket: row.ticket,
  type: IndicatorType.parse(row.type),
  value: row.value,
  createdAt: new Date(row.created_at).toISOString(),
  dueAt: new Date(row.due_at).toISOString(),
  proven: row.proven_at !== null,
  state: row.state,
  ...(row.answer === null ? {} : { answer: row.answer }),
});

/** Where a party publishes its code: below its own name, so that nothing of its site changes. */
const recordOf = ({ type, value, proof_code }: AppealsTable) => ({
  name: `_lurewatch.${type === 'email' ? value.split('@')[1] : value.split('/')[0]}`,
  type: 'TXT' as const,
  value: `lurewatch-appeal=${proof_code}`,
});

/** Takes an appeal against a listing that holds. @throws {ApiError} `refused` */
export async function takeAppeal(store: Store, request: AppealRequest): Promise<AppealReceipt> {
  const { type, statement, contact, proof } = request;
  const value = normalForm(type, request.value);
  const hasDomain = type === 'domain' || type === 'url' || type === 'email';
  if (proof !== 'person' && !hasDomain)
    throw new ApiError('refused', 'Only a domain can be proven by DNS or mail: choose a person');
  return transact(store, async (tx) => {
    const listing = await listingOf(tx, type, value);
    if (!listing) throw new ApiError('refused', 'This party is not listed');
    const open = await tx
      .selectFrom('appeals')
      .select('ticket')
      .where('type', '=', type)
      .where('value', '=', value)
      .where('state', '=', 'open')
      .execute();
    if (open.length >= MOST_OPEN)
      throw new ApiError('refused', 'Several appeals of this party wait already');
    const now = Date.now();
    const secret = newToken();
    const row: AppealsTable = {
      ticket: newTicket(),
      secret_hash: hashToken(secret),
      type,
      value,
      case_id: listing.case_id,
      statement,
      contact: contact?.trim() || null,
      proof_kind: proof,
      proof_code: newToken().slice(0, 20),
      proven_at: null,
      created_at: now,
      due_at: now + PROMISED_DAYS * DAY_MS,
      state: 'open',
      answer: null,
      decided_by: null,
      decided_at: null,
    };
    await tx.insertInto('appeals').values(row).execute();
    await writeLog(tx, now, { actor: 'hub', action: 'appeal', subject: row.ticket });
    return { ...statusOf(row), secret, ...(proof === 'dns' ? { record: recordOf(row) } : {}) };
  });
}

const listingOf = (tx: Tx, type: string, value: string) =>
  tx
    .selectFrom('listings')
    .select(['case_id', 'decision_id'])
    .where('type', '=', type)
    .where('value', '=', value)
    .executeTakeFirst();

async function appealOf(db: Db, ticket: string): Promise<AppealsTable> {
  const row = await db
    .selectFrom('appeals')
    .selectAll()
    .where('ticket', '=', ticket)
    .executeTakeFirst();
  if (!row) throw new ApiError('not-found');
  return row;
}

/** What everybody may know of an appeal. @throws {ApiError} `not-found` */
export const appealStatus = async ({ db }: Store, ticket: string): Promise<AppealStatus> =>
  statusOf(await appealOf(db, ticket));

/** Appeals that wait, the one that is due first at the head. */
export async function openAppeals({ db }: Store): Promise<AppealStatus[]> {
  const rows = await db
    .selectFrom('appeals')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy('due_at')
    .limit(200)
    .execute();
  return rows.map(statusOf);
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * Looks whether the one who appeals is the one who is listed.
 * @param code that came by mail
 * @throws {ApiError} `forbidden` with another secret, `refused` where the proof is not there yet
 */
export async function prove(
  { db }: Store,
  findTxt: FindTxt,
  ticket: string,
  secret: string,
  code: string | undefined,
): Promise<AppealStatus> {
  const row = await appealOf(db, ticket);
  if (!isSame(hashToken(secret), row.secret_hash)) throw new ApiError('forbidden');
  if (row.proven_at !== null) return statusOf(row);
  const { name, value } = recordOf(row);
  if (row.proof_kind === 'dns' && !(await findTxt(name)).includes(value))
    throw new ApiError('refused', `There is no TXT record ${name} with ${value} yet`);
  if (row.proof_kind === 'mail' && !isSame(code ?? '', row.proof_code))
    throw new ApiError('refused', 'This is not the code that came by mail');
  if (row.proof_kind === 'person')
    throw new ApiError('refused', 'A person will look at this proof');
  const proven_at = Date.now();
  await db.updateTable('appeals').set({ proven_at }).where('ticket', '=', ticket).execute();
  return statusOf({ ...row, proven_at });
}

/** Who proposed or agreed to the listing that an appeal is against. */
async function listersOf(db: Db, { type, value }: AppealsTable): Promise<Set<string>> {
  const rows = await db
    .selectFrom('listings')
    .innerJoin('decisions', 'decisions.id', 'listings.decision_id')
    .leftJoin('approvals', 'approvals.decision_id', 'decisions.id')
    .select(['proposed_by', 'maintainer_id'])
    .where('type', '=', type)
    .where('value', '=', value)
    .execute();
  return new Set(
    rows.flatMap(({ proposed_by, maintainer_id }) => [proposed_by, maintainer_id ?? '']),
  );
}

/** Appeals that wait, with everything that a maintainer needs. */
export async function appealsForReview({ db }: Store, me: Me): Promise<AppealForReview[]> {
  const rows = await db
    .selectFrom('appeals')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy('due_at')
    .limit(200)
    .execute();
  return Promise.all(
    rows.map(async (row) => ({
      ...statusOf(row),
      case: row.case_id,
      statement: row.statement,
      ...(row.contact === null ? {} : { contact: row.contact }),
      proof: row.proof_kind,
      ...(row.proof_kind === 'mail' ? { code: row.proof_code } : {}),
      overdue: row.due_at < Date.now(),
      mayDecide: me.role !== 'auditor' && !(await listersOf(db, row)).has(me.id),
    })),
  );
}

/** Decides an appeal; who upholds one takes the party off the list. @throws {ApiError} */
export function answerAppeal(
  store: Store,
  me: Me,
  ticket: string,
  { outcome, answer }: AppealAnswer,
): Promise<void> {
  return transact(store, async (tx) => {
    const row = await appealOf(tx, ticket);
    if (row.state !== 'open') throw new ApiError('conflict', 'This appeal is decided');
    if ((await listersOf(tx, row)).has(me.id))
      throw new ApiError('forbidden', 'Who listed a party does not decide its appeal');
    const now = Date.now();
    await tx
      .updateTable('appeals')
      .set({ state: outcome, answer, decided_by: me.id, decided_at: now, contact: null })
      .where('ticket', '=', ticket)
      .execute();
    if (outcome === 'upheld') await removeParty(tx, me, row, now);
    await writeLog(tx, now, { actor: me.name, action: `appeal-${outcome}`, subject: ticket });
  });
}

async function removeParty(tx: Tx, me: Me, row: AppealsTable, now: number): Promise<void> {
  const listing = await listingOf(tx, row.type, row.value);
  // It may have been taken off, or have ended, meanwhile.
  if (!listing) return;
  const parties = [{ type: IndicatorType.parse(row.type), value: row.value }];
  const proposal: Proposal = { action: 'remove', parties, reason: 'appeal-upheld' };
  const id = randomUUID();
  await tx
    .insertInto('decisions')
    .values({
      id,
      case_id: listing.case_id,
      action: proposal.action,
      reason: proposal.reason,
      body: canonicalJson(proposal),
      content_hash: contentHash(listing.case_id, proposal),
      proposed_by: me.id,
      proposed_at: now,
      state: 'approved',
      decided_at: now,
    })
    .execute();
  await carryOut(tx, id, listing.case_id, proposal, me.name, now);
}
