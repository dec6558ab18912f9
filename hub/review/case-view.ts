/** Everything that a maintainer needs to decide on a case. */

import { faultOf } from '#listings/protected.ts';
import { IndicatorType } from '#schema/listing.ts';
import { ReportDraft } from '#schema/report.ts';
import { type CaseView, type Decision, type Me, Proposal } from '#schema/review.ts';
import { z } from '#schema/zod.ts';
import type { Analyst } from '../cases/analyst.ts';
import { ApiError } from '../http/problem.ts';
import type { Db } from '../store/open.ts';
import { isBurst } from './burst.ts';
import { rowOf } from './queue.ts';

/** Reports, mentions and days that are shown: the newest, the most frequent, the last. */
const REPORTS = 50;
const MENTIONS = 60;
const DAYS = 60;

/** @throws {ApiError} `not-found` */
export async function caseView(
  db: Db,
  analyst: Analyst,
  names: ReadonlySet<string>,
  me: Me,
  id: string,
): Promise<CaseView> {
  const row = await db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ApiError('not-found');
  if (row.reviewed_at === null && me.role !== 'auditor')
    await db.updateTable('cases').set({ reviewed_at: Date.now() }).where('id', '=', id).execute();
  const [sample, mentions, days, reports, decisions] = await Promise.all([
    sampleOf(db, analyst, row.sample),
    mentionsOfCase(db, names, id),
    daysOf(db, id),
    reportsOf(db, id),
    decisionsOf(db, me, id),
  ]);
  const proposed = decisions.some(({ state }) => state === 'proposed');
  const burst = isBurst(days);
  return {
    case: { ...rowOf(row, { proposed, burst }), version: row.version },
    ...(sample ? { sample } : {}),
    mentions,
    days,
    reports,
    decisions,
  };
}

async function sampleOf(db: Db, analyst: Analyst, id: string | null): Promise<CaseView['sample']> {
  if (id === null) return undefined;
  const row = await db
    .selectFrom('reports')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row?.content) return undefined;
  const report = ReportDraft.parse(JSON.parse(row.content));
  const { site, url, title = '', text, links } = report.post;
  // Before the rules are open there is no verdict, and the case can be read all the same.
  const verdict = await analyst.judge(report).catch(() => undefined);
  return { site, url, title, text, links, ...(verdict ? { verdict } : {}) };
}

async function mentionsOfCase(
  db: Db,
  names: ReadonlySet<string>,
  id: string,
): Promise<CaseView['mentions']> {
  const rows = await db
    .selectFrom('mentions')
    .select(['type', 'value', 'reports'])
    .where('case_id', '=', id)
    .orderBy('reports', 'desc')
    .orderBy('value')
    .limit(MENTIONS)
    .execute();
  if (rows.length === 0) return [];
  const values = [...new Set(rows.map(({ value }) => value))];
  const [others, listed, cleared] = await Promise.all([
    db
      .selectFrom('mentions')
      .select(({ fn }) => ['type', 'value', fn.countAll<number>().as('cases')])
      .where('value', 'in', values)
      .where('case_id', '!=', id)
      .groupBy(['type', 'value'])
      .execute(),
    db.selectFrom('listings').select(['type', 'value']).where('value', 'in', values).execute(),
    db.selectFrom('cleared').select(['type', 'value']).where('value', 'in', values).execute(),
  ]);
  const has = (set: readonly { type: string; value: string }[], type: string, value: string) =>
    set.some((one) => one.type === type && one.value === value);
  return rows.map(({ type, value, reports }) => {
    const elsewhere = others.find((one) => one.type === type && one.value === value);
    const known = z.safeParse(IndicatorType, type);
    const fault = known.success ? faultOf(known.data as IndicatorType, value, names) : undefined;
    return {
      type,
      value,
      reports,
      elsewhere: Number(elsewhere?.cases ?? 0),
      ...(fault === undefined ? {} : { fault }),
      listed: has(listed, type, value),
      cleared: has(cleared, type, value),
    };
  });
}

async function daysOf(db: Db, id: string): Promise<CaseView['days']> {
  const rows = await db
    .selectFrom('case_days')
    .select(['day', 'reports'])
    .where('case_id', '=', id)
    .orderBy('day', 'desc')
    .limit(DAYS)
    .execute();
  return rows.reverse();
}

async function reportsOf(db: Db, id: string): Promise<CaseView['reports']> {
  const rows = await db
    .selectFrom('reports')
    .leftJoin('volunteers', 'volunteers.key', 'reports.volunteer')
    .select([
      'reports.id',
      'received_at',
      'site',
      'scheme',
      'contact',
      'content',
      'volunteer',
      'upheld',
      'refused',
    ])
    .where('case_id', '=', id)
    .orderBy('received_at', 'desc')
    .limit(REPORTS)
    .execute();
  return rows.flatMap(({ id: code, received_at, content, volunteer, upheld, refused, ...rest }) => {
    if (content === null) return [];
    const { note, post } = ReportDraft.parse(JSON.parse(content));
    return [
      {
        ...rest,
        code: code.slice(0, 8),
        receivedAt: new Date(received_at).toISOString(),
        ...(note === undefined ? {} : { note }),
        ...(post.company === undefined ? {} : { company: post.company }),
        volunteer: (volunteer ?? '').slice(0, 6),
        upheld: upheld ?? 0,
        refused: refused ?? 0,
      },
    ];
  });
}

async function decisionsOf(db: Db, me: Me, caseId: string): Promise<Decision[]> {
  const rows = await db
    .selectFrom('decisions')
    .innerJoin('maintainers', 'maintainers.id', 'decisions.proposed_by')
    .select(['decisions.id', 'body', 'content_hash', 'name', 'proposed_at', 'state'])
    .where('case_id', '=', caseId)
    .orderBy('proposed_at', 'desc')
    .limit(50)
    .execute();
  if (rows.length === 0) return [];
  const approvals = await db
    .selectFrom('approvals')
    .innerJoin('maintainers', 'maintainers.id', 'approvals.maintainer_id')
    .select(['decision_id', 'maintainer_id', 'name', 'approved_at'])
    .where(
      'decision_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('approved_at')
    .execute();
  return rows.map(({ id, body, content_hash, name, proposed_at, state }) => {
    const own = approvals.filter(({ decision_id }) => decision_id === id);
    const hasAgreed = own.some(({ maintainer_id }) => maintainer_id === me.id);
    return {
      id,
      proposal: Proposal.parse(JSON.parse(body)),
      contentHash: content_hash,
      proposedBy: name,
      proposedAt: new Date(proposed_at).toISOString(),
      state,
      approvals: own.map(({ name: by, approved_at }) => ({
        by,
        at: new Date(approved_at).toISOString(),
      })),
      mayApprove: state === 'proposed' && !hasAgreed && me.role !== 'auditor',
    };
  });
}
