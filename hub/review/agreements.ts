/** How listings were agreed on: signatures that anybody can check, without trusting the hub. */
import { agreedContent } from '#listings/agreed.ts';
import { Agreements, Proposal } from '#schema/review.ts';
import { z } from '#schema/zod.ts';
import { isoDay } from '../clock.ts';
import type { Db } from '../store/open.ts';

/** Decisions behind the listings that hold today, with the passkeys of whoever agreed. */
export async function agreements(db: Db, origin: string): Promise<Agreements> {
  const rows = await db
    .selectFrom('decisions')
    .innerJoin('approvals', 'approvals.decision_id', 'decisions.id')
    .innerJoin('maintainers', 'maintainers.id', 'approvals.maintainer_id')
    .select(['decisions.id', 'decisions.case_id', 'body', 'assertion', 'maintainer_id', 'name'])
    .where('decisions.id', 'in', (from) =>
      from
        .selectFrom('listings')
        .select('decision_id')
        .where('expires_on', '>', isoDay(Date.now())),
    )
    .orderBy('decided_at')
    .orderBy('approved_at')
    .execute();
  const passkeys = Map.groupBy(
    await db.selectFrom('credentials').select(['id', 'maintainer_id', 'public_key']).execute(),
    (credential) => credential.maintainer_id,
  );
  const people = new Map(rows.map(({ maintainer_id, name }) => [maintainer_id, name]));
  const decisions = Map.groupBy(rows, ({ id }) => id);
  // The schema leaves out what an answer holds beyond its signature, such as the user's handle.
  return z.parse(Agreements, {
    origin,
    maintainers: [...people].map(([id, name]) => ({
      name,
      passkeys: (passkeys.get(id) ?? []).map(({ id: key, public_key: publicKey }) => ({
        id: key,
        publicKey,
      })),
    })),
    decisions: [...decisions.values()].map((approvals) => ({
      content: agreedContent(
        approvals[0]!.case_id,
        z.parse(Proposal, JSON.parse(approvals[0]!.body)),
      ),
      assertions: approvals.map(({ assertion }) => JSON.parse(assertion)),
    })),
  });
}
