/** What maintainers decide. Naming a party takes two of them, who agree to the same letters. */
import { randomUUID } from 'node:crypto';
import { normalForm } from '#engine/indicators/normal.ts';
import { canonicalJson } from '#engine/ruleset/canonical.ts';
import { agreedContent, agreedHash, THRESHOLD } from '#listings/agreed.ts';
import { faultOf } from '#listings/protected.ts';
import { type Me, type Party, Proposal } from '#schema/review.ts';
import { isoDay } from '../clock.ts';
import { ApiError } from '../http/problem.ts';
import type { Store } from '../store/open.ts';
import type { CasesTable } from '../store/tables.ts';
import { type Tx, transact } from '../store/transact.ts';
import { carryOut } from './effects.ts';
import { writeLog } from './log.ts';

const DAY_MS = 86_400_000;
/** A listing holds for at most so long, and is renewed or ends. */
const LONGEST_DAYS = 400;

/** Hash (SHA-256, hexadecimal) of everything that is agreed on. */
export const contentHash = (caseId: string, proposal: Proposal): string =>
  agreedHash(agreedContent(caseId, proposal));

/**
 * Proposes a decision. All but a listing take effect at once: they accuse nobody.
 * @param version of the case as the maintainer saw it
 * @param names that must never be listed
 * @returns the id of the decision
 * @throws {ApiError} `conflict` where the case has changed, `refused` with the reason in words
 */
export function propose(
  store: Store,
  names: ReadonlySet<string>,
  me: Me,
  caseId: string,
  version: number,
  proposal: Proposal,
): Promise<string> {
  return transact(store, async (tx) => {
    const known = await openCase(tx, caseId, version);
    const now = Date.now();
    const checked = await check(tx, known, names, proposal, now);
    const id = randomUUID();
    const isListing = checked.action === 'list';
    await tx
      .insertInto('decisions')
      .values({
        id,
        case_id: caseId,
        action: checked.action,
        reason: checked.reason,
        body: canonicalJson(checked),
        content_hash: contentHash(caseId, checked),
        proposed_by: me.id,
        proposed_at: now,
        state: isListing ? 'proposed' : 'approved',
        decided_at: isListing ? null : now,
      })
      .execute();
    await tx
      .updateTable('cases')
      .set({ version: version + 1 })
      .where('id', '=', caseId)
      .execute();
    if (!isListing) await carryOut(tx, id, caseId, checked, me.name, now);
    return id;
  });
}

async function openCase(tx: Tx, caseId: string, version: number): Promise<CasesTable> {
  const known = await tx
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', caseId)
    .executeTakeFirst();
  if (!known) throw new ApiError('not-found');
  if (known.state === 'merged')
    throw new ApiError('conflict', `The case is part of ${known.merged_into}`);
  if (known.version !== version) throw new ApiError('conflict', 'The case has changed: look again');
  return known;
}

/** A proposal in its normal form. @throws {ApiError} `refused` */
async function check(
  tx: Tx,
  known: CasesTable,
  names: ReadonlySet<string>,
  proposal: Proposal,
  now: number,
): Promise<Proposal> {
  if (proposal.action === 'merge' && proposal.into === known.id)
    throw new ApiError('refused', 'A case can not be merged into itself');
  if (proposal.action !== 'list' && proposal.action !== 'remove') return proposal;
  const parties = inOrder(proposal.parties);
  if (proposal.action === 'remove') return { ...proposal, parties };
  for (const { type, value } of parties) {
    const fault = faultOf(type, value, names);
    if (fault) throw new ApiError('refused', `${value} ${fault}`);
    if (!(await isNamed(tx, known.id, { type, value })))
      throw new ApiError('refused', `No report of this case names ${value}`);
    if (proposal.evidence === undefined && (await isCleared(tx, { type, value })))
      throw new ApiError('refused', `${value} was cleared before: say what is new`);
  }
  const { expires } = proposal;
  if (expires <= isoDay(now) || expires > isoDay(now + LONGEST_DAYS * DAY_MS))
    throw new ApiError('refused', `A listing holds from 1 to ${LONGEST_DAYS} days`);
  return { ...proposal, parties };
}

/** Parties in normal form, each once, in an order that does not depend on who typed them. */
function inOrder(parties: readonly Party[]): Party[] {
  const normal = parties.map(({ type, value }) => ({ type, value: normalForm(type, value) }));
  const unique = new Map(normal.map((party) => [`${party.type} ${party.value}`, party]));
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, party]) => party);
}

/** Messengers in which a bare `@name` may be. */
const HANDLES = ['telegram', 'line', 'wechat', 'zalo'];

async function isNamed(tx: Tx, caseId: string, { type, value }: Party): Promise<boolean> {
  // An address below a named host, and a bare name in a messenger, are named with it.
  const types = HANDLES.includes(type) ? [type, 'handle'] : [type];
  const values = type === 'url' ? [value, value.split('/')[0]!] : [value];
  const row = await tx
    .selectFrom('mentions')
    .select('value')
    .where('case_id', '=', caseId)
    .where('type', 'in', type === 'url' ? ['url', 'domain'] : types)
    .where('value', 'in', values)
    .executeTakeFirst();
  return row !== undefined;
}

async function isCleared(tx: Tx, { type, value }: Party): Promise<boolean> {
  const row = await tx
    .selectFrom('cleared')
    .select('value')
    .where('type', '=', type)
    .where('value', '=', value)
    .executeTakeFirst();
  return row !== undefined;
}

/** A proposal that waits for somebody. @throws {ApiError} `not-found` */
export async function openProposal({ db }: Store, id: string) {
  const row = await db
    .selectFrom('decisions')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
  if (!row) throw new ApiError('not-found', 'This proposal is decided or withdrawn');
  return row;
}

/**
 * Agrees to a proposal; once enough maintainers have, it takes effect.
 * @param content hash that the maintainer's passkey signed
 * @param assertion the signature, kept as evidence
 * @returns whether it has taken effect
 */
export function approve(
  store: Store,
  me: Me,
  id: string,
  content: string,
  assertion: string,
): Promise<boolean> {
  return transact(store, async (tx) => {
    const decision = await openProposal({ ...store, db: tx }, id);
    const proposal = Proposal.parse(JSON.parse(decision.body));
    const now = Date.now();
    // What is stored may have been changed by whoever holds the database.
    const isWhole = contentHash(decision.case_id, proposal) === decision.content_hash;
    if (!isWhole || content !== decision.content_hash)
      throw new ApiError('conflict', 'The proposal is not what was agreed on');
    await tx
      .insertInto('approvals')
      .values({
        decision_id: id,
        maintainer_id: me.id,
        content_hash: content,
        approved_at: now,
        assertion,
      })
      .onConflict((conflict) => conflict.columns(['decision_id', 'maintainer_id']).doNothing())
      .execute();
    const agreed = await tx
      .selectFrom('approvals')
      .select('maintainer_id')
      .where('decision_id', '=', id)
      .where('content_hash', '=', content)
      .execute();
    if (agreed.length < THRESHOLD) return false;
    await tx
      .updateTable('decisions')
      .set({ state: 'approved', decided_at: now })
      .where('id', '=', id)
      .execute();
    await carryOut(tx, id, decision.case_id, proposal, me.name, now);
    return true;
  });
}

/** Takes a proposal back. */
export function withdraw(store: Store, me: Me, id: string): Promise<void> {
  return transact(store, async (tx) => {
    const decision = await openProposal({ ...store, db: tx }, id);
    const now = Date.now();
    await tx
      .updateTable('decisions')
      .set({ state: 'withdrawn', decided_at: now })
      .where('id', '=', id)
      .execute();
    const { case_id: subject, reason } = decision;
    await writeLog(tx, now, { actor: me.name, action: 'withdraw-proposal', subject, reason });
  });
}
