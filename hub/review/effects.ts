/** What follows from a decision, in the transaction in which it is made. */
import type { ReasonCode } from '#schema/hub.ts';
import type { Party, Proposal } from '#schema/review.ts';
import { isoDay } from '../clock.ts';
import { ApiError } from '../http/problem.ts';
import type { Tx } from '../store/transact.ts';
import { type LogEntry, writeLog } from './log.ts';
import { mergeCases, splitCase } from './rearrange.ts';

/** Reasons that say the volunteers were wrong, and not only that nothing could be shown. */
const MISTAKEN: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'lawful-offer',
  'not-recruitment',
  'warning-or-news',
]);

const namesOf = (parties: readonly Party[]): string[] =>
  parties.map(({ type, value }) => `${type} ${value}`);

/** @param actor name of the maintainer with whom the decision took effect */
export async function carryOut(
  tx: Tx,
  decisionId: string,
  caseId: string,
  proposal: Proposal,
  actor: string,
  now: number,
): Promise<void> {
  const { action, reason } = proposal;
  const entry: LogEntry = { actor, action, subject: caseId, reason };
  const log = (more: Partial<LogEntry> = {}) => writeLog(tx, now, { ...entry, ...more });
  switch (proposal.action) {
    case 'list':
      await list(tx, decisionId, caseId, proposal, now);
      await close(tx, caseId, 'listed', reason);
      await credit(tx, caseId, 'upheld');
      return log({ parties: namesOf(proposal.parties) });
    case 'reject':
      await close(tx, caseId, 'not-listed', reason);
      if (MISTAKEN.has(reason)) await credit(tx, caseId, 'refused');
      return log();
    case 'remove':
      await remove(tx, decisionId, caseId, proposal.parties, now);
      await close(tx, caseId, 'not-listed', reason);
      return log({ parties: namesOf(proposal.parties) });
    case 'merge':
      await mergeCases(tx, caseId, proposal.into);
      return log({ subject: `${caseId} ${proposal.into}` });
    case 'split':
      return log({ subject: `${caseId} ${await splitCase(tx, caseId, proposal.company, now)}` });
    case 'needs-speaker':
      await tx
        .updateTable('cases')
        .set({ state: 'needs-speaker' })
        .where('id', '=', caseId)
        .execute();
      return log();
    case 'phrase':
      return log();
  }
}

async function list(
  tx: Tx,
  decision_id: string,
  case_id: string,
  { parties, says, expires }: Extract<Proposal, { action: 'list' }>,
  now: number,
): Promise<void> {
  await tx
    .insertInto('listings')
    .values(
      parties.map((party) => ({
        ...party,
        decision_id,
        case_id,
        says,
        listed_on: isoDay(now),
        expires_on: expires,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['type', 'value']).doUpdateSet(({ ref }) => ({
        decision_id: ref('excluded.decision_id'),
        case_id: ref('excluded.case_id'),
        says: ref('excluded.says'),
        expires_on: ref('excluded.expires_on'),
      })),
    )
    .execute();
}

/** Takes parties off the list, and marks them: not to be listed again without new evidence. */
async function remove(
  tx: Tx,
  decision_id: string,
  case_id: string,
  parties: readonly Party[],
  now: number,
): Promise<void> {
  for (const { type, value } of parties) {
    const gone = await tx
      .deleteFrom('listings')
      .where('type', '=', type)
      .where('value', '=', value)
      .where('case_id', '=', case_id)
      .returning('value')
      .executeTakeFirst();
    if (!gone) throw new ApiError('refused', `${value} is not listed by this case`);
    await tx
      .insertInto('cleared')
      .values({ type, value, decision_id, cleared_at: now })
      .onConflict((conflict) =>
        conflict.columns(['type', 'value']).doUpdateSet({ decision_id, cleared_at: now }),
      )
      .execute();
  }
}

const close = (tx: Tx, id: string, state: 'listed' | 'not-listed', reason: ReasonCode) =>
  tx.updateTable('cases').set({ state, reason }).where('id', '=', id).execute();

/** Every volunteer of the case was right, or wrong, once more. */
async function credit(tx: Tx, caseId: string, column: 'upheld' | 'refused'): Promise<void> {
  const volunteers = tx
    .selectFrom('case_sources')
    .select('source')
    .where('case_id', '=', caseId)
    .where('kind', '=', 'volunteer');
  await tx
    .updateTable('volunteers')
    .set(({ eb }) => ({ [column]: eb(column, '+', 1) }))
    .where('key', 'in', volunteers)
    .execute();
}
