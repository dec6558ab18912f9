/** The reports that the volunteer agreed to send or keep, and how each stands. */
import { type Database, database } from '#platform/database.ts';
import type { ReportOutcome } from '#schema/hub.ts';
import { QueuedReport, ReportDraft } from '#schema/report.ts';

/**
 * Keeps a report. The same id is kept once, however often the button is pressed, also after the
 * report was withdrawn. Returns whether it is new.
 */
export function keepReport(draft: ReportDraft, db: Database = database): Promise<boolean> {
  const report: QueuedReport = QueuedReport.parse({
    ...draft,
    state: 'waiting',
    consentedAt: new Date().toISOString(),
  });
  return db.transaction('rw', db.reports, async () => {
    if (await db.reports.get(report.id)) return false;
    await db.reports.add(report);
    return true;
  });
}

/** All reports, newest first; rows that can't be read are left out, and left alone. */
export async function listReports(db: Database = database): Promise<QueuedReport[]> {
  const reports = (await db.reports.toArray()).flatMap((row) => {
    const parsed = QueuedReport.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
  return reports.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** The report as it is sent: exactly what the volunteer saw, and nothing of the queue. */
export function draftOf(report: QueuedReport): ReportDraft {
  const { state: _, consentedAt: __, reason: ___, tries: ____, nextTry: _____, ...draft } = report;
  return ReportDraft.parse(draft);
}

/**
 * Takes a report back. What it held is erased here at once; where the hub may have it, it is asked
 * to erase it too. The id stays, so that a copy of the draft in another tab can't bring it back.
 */
export const withdrawReport = (id: string, db: Database = database): Promise<void> =>
  changeReport(id, db, (report) => {
    const isHere = report.state === 'refused' || (report.state === 'waiting' && report.tries === 0);
    const isDone = report.state === 'withdrawn';
    const state = isHere || isDone ? 'withdrawn' : 'withdrawing';
    return { ...emptied(report), contact: 'none', state };
  });

/** The hub has it: nothing that it held is kept here any longer. */
export const noteReceived = (id: string, db: Database = database): Promise<void> =>
  // A report that was withdrawn while it was on its way is still to be erased there.
  changeReport(id, db, (report) =>
    report.state === 'waiting' ? { ...emptied(report), state: 'received' } : report,
  );

/** The hub will not take it as it is; it stays here whole. */
export const noteRefused = (id: string, db: Database = database): Promise<void> =>
  changeReport(id, db, (report) =>
    report.state === 'waiting' ? { ...report, state: 'refused' } : report,
  );

/** The hub has erased it. */
export const noteErased = (id: string, db: Database = database): Promise<void> =>
  changeReport(id, db, (report) => ({ ...report, state: 'withdrawn' }));

/** The hub is about to be told; the next attempt, should this one fail, is at a time (milliseconds since 1970). */
export const noteAttempt = (id: string, nextTry: number, db: Database = database): Promise<void> =>
  changeReport(id, db, (report) => ({
    ...report,
    tries: report.tries + 1,
    nextTry: new Date(nextTry).toISOString(),
  }));

/** The hub asks to be left alone until a time. */
export const postpone = (id: string, nextTry: number, db: Database = database): Promise<void> =>
  changeReport(id, db, (report) => ({ ...report, nextTry: new Date(nextTry).toISOString() }));

/** What the hub says of reports that it has. */
export async function noteOutcomes(
  outcomes: readonly ReportOutcome[],
  db: Database = database,
): Promise<void> {
  for (const { id, status, reason } of outcomes)
    await changeReport(id, db, ({ reason: _, ...report }) =>
      report.state === 'waiting' || report.state === 'withdrawing'
        ? report
        : { ...report, state: status, ...(reason && { reason }) },
    );
}

function changeReport(
  id: string,
  db: Database,
  change: (report: QueuedReport) => QueuedReport,
): Promise<void> {
  return db.transaction('rw', db.reports, async () => {
    const parsed = QueuedReport.safeParse(await db.reports.get(id));
    if (parsed.success) await db.reports.put(QueuedReport.parse(change(parsed.data)));
  });
}

/** A report without what it told of the post and of the volunteer. */
function emptied({ note: _, nextTry: __, post, ...rest }: QueuedReport): QueuedReport {
  const { site, kind } = post;
  return {
    ...rest,
    tries: 0,
    post: { site, key: 'erased', kind, url: '', text: '', links: [], partial: false },
  };
}
