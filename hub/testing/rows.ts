/** Rows of the tables, for tests that begin with them. */
import type { ReportDraft } from '#schema/report.ts';
import type { Incoming } from '../intake/keep.ts';
import type { CasesTable } from '../store/tables.ts';

export const sampleCase = (more: Partial<CasesTable> = {}): CasesTable => ({
  id: 'C-7K3M9QXA',
  opened_at: 0,
  last_at: 0,
  reports: 1,
  volunteers: 1,
  networks: 1,
  scheme: 'forced-scam-work',
  level: 'danger',
  harm: 10,
  rank: 1,
  state: 'listed',
  reason: 'confirmed-lure',
  merged_into: null,
  sample: null,
  title: '',
  reviewed_at: 1,
  version: 1,
  ...more,
});

/** A report as the intake hands it on. */
export const incomingOf = (
  report: ReportDraft,
  from: Pick<Incoming, 'volunteer' | 'network' | 'receivedAt'>,
): Incoming => ({
  id: report.id,
  digest: report.id,
  site: report.post.site,
  scheme: report.scheme,
  level: report.level,
  contact: report.contact,
  content: JSON.stringify(report),
  ...from,
});
