/**
 * A report before the volunteer has agreed to keep it.
 *
 * Drafts live in the memory of the background alone, until the report page has taken them over:
 * text of a page must not reach the disk before the volunteer has seen it and said yes. When the
 * background stopped in between, the page says so, and *Report* can be pressed again.
 */
import type { Post } from '#schema/post.ts';
import type { ReportDraft } from '#schema/report.ts';
import type { Warning } from '#schema/warning.ts';
import { withoutContacts, withoutTraces } from './redact.ts';

/** The draft of a report, redacted as `redact.ts` says; a new id makes it a new report. */
export function draftFrom(
  post: Post,
  warning: Pick<Warning, 'level' | 'scheme'> | null,
  rulesetVersion: string,
): ReportDraft {
  const { author: _, ...plain } = withoutTraces(post);
  return {
    id: crypto.randomUUID(),
    createdAt: new Date().toISOString(),
    post: warning ? plain : withoutContacts(plain),
    scheme: warning?.scheme ?? '',
    level: warning?.level ?? 'none',
    contact: 'none',
    rulesetVersion,
  };
}
