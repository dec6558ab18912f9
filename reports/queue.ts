/** The reports that the volunteer agreed to keep. Nothing sends them yet; delivery comes later. */
import { type Database, database } from '#platform/database.ts';
import { QueuedReport, type ReportDraft } from '#schema/report.ts';

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

/**
 * Takes a report back. What it held is erased; the id and the state stay, so that a copy of the
 * draft in another tab can't bring it back.
 */
export async function withdrawReport(id: string, db: Database = database): Promise<void> {
  await db.transaction('rw', db.reports, async () => {
    const parsed = QueuedReport.safeParse(await db.reports.get(id));
    if (!parsed.success) return;
    const { note: _, post, ...rest } = parsed.data;
    await db.reports.put({
      ...rest,
      contact: 'none',
      post: {
        site: post.site,
        key: 'withdrawn',
        kind: post.kind,
        url: '',
        text: '',
        links: [],
        partial: false,
      },
      state: 'withdrawn',
    });
  });
}
