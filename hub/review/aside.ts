/** Reports that were set aside: looked at by who sent too many, and let in by a maintainer. */
import { createHash } from 'node:crypto';
import { ReportDraft } from '#schema/report.ts';
import type { Aside, Me, SourceKind } from '#schema/review.ts';
import { z } from '#schema/zod.ts';
import { ApiError } from '../http/problem.ts';
import type { Db, Store } from '../store/open.ts';
import { transact } from '../store/transact.ts';
import { writeLog } from './log.ts';

/** Sources that are shown of each kind, the largest first. */
const MOST = 30;
/** Characters of the newest text that are shown. */
const EXCERPT = 280;
const KINDS = ['volunteer', 'network'] as const satisfies readonly SourceKind[];

/** A source's name on the page: keys and networks themselves leave the hub for nobody. */
const nameOf = (kind: SourceKind, source: string): string =>
  createHash('sha256').update(`${kind} ${source}`).digest('hex').slice(0, 12);

/** Who sent more than counts, by key and by network, the largest first. */
export async function asideGroups(db: Db): Promise<Aside> {
  const groups = await Promise.all(
    KINDS.map(async (kind) =>
      Promise.all((await largest(db, kind)).map((row) => groupOf(db, kind, row))),
    ),
  );
  return { groups: groups.flat() };
}

interface Source {
  readonly source: string;
  readonly reports: number;
  readonly last: number;
}

async function largest(db: Db, kind: SourceKind): Promise<Source[]> {
  const rows = await db
    .selectFrom('reports')
    .select(({ fn }) => [
      `${kind} as source` as const,
      fn.countAll().as('reports'),
      fn.max('received_at').as('last'),
    ])
    .where('state', '=', 'quarantined')
    .where(kind, 'is not', null)
    .groupBy(kind)
    .orderBy('reports', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(({ source, reports, last }) => ({
    source: source!,
    reports: Number(reports),
    last: Number(last),
  }));
}

async function groupOf(db: Db, kind: SourceKind, { source, reports, last }: Source) {
  const newest = await db
    .selectFrom('reports')
    .select(['content', 'scheme'])
    .where('state', '=', 'quarantined')
    .where(kind, '=', source)
    .orderBy('received_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const draft = z.safeParse(ReportDraft, JSON.parse(newest?.content ?? 'null'));
  const text = draft.success ? `${draft.data.post.title ?? ''} ${draft.data.post.text}` : '';
  return {
    kind,
    name: nameOf(kind, source),
    reports,
    lastAt: new Date(last).toISOString(),
    scheme: newest?.scheme ?? '',
    excerpt: text.trim().slice(0, EXCERPT),
  };
}

/**
 * Lets in what one source sent: from now on it counts like any other report. A key still counts once
 * in a case, so that a flood moves nothing even then.
 * @returns how many reports were let in
 * @throws {ApiError} `not-found` where none of this source are set aside
 */
export async function letIn(store: Store, me: Me, kind: SourceKind, name: string): Promise<number> {
  const sources = await largest(store.db, kind);
  const found = sources.find(({ source }) => nameOf(kind, source) === name);
  if (!found) throw new ApiError('not-found');
  return transact(store, async (tx) => {
    const rows = await tx
      .updateTable('reports')
      .set({ state: 'received' })
      .where('state', '=', 'quarantined')
      .where(kind, '=', found.source)
      .returning('id')
      .execute();
    await writeLog(tx, Date.now(), {
      actor: me.name,
      action: 'let-in',
      subject: `${rows.length} reports`,
    });
    return rows.length;
  });
}
