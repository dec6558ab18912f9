/**
 * A report before the volunteer has agreed to keep it.
 *
 * Drafts live in the memory of the background alone, until the report page has taken them over:
 * text of a page must not reach the disk before the volunteer has seen it and said yes. When the
 * background stopped in between, the page says so, and *Report* can be pressed again.
 */
import type { Post } from '#schema/post.ts';
import {
  MAX_REPORT_LINKS,
  MAX_REPORT_TEXT,
  MAX_REPORT_URL,
  type ReportDraft,
  type ReportedPost,
} from '#schema/report.ts';
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
    post: bounded(warning ? plain : withoutContacts(plain)),
    scheme: warning?.scheme ?? '',
    level: warning?.level ?? 'none',
    contact: 'none',
    rulesetVersion,
  };
}

/** A post within the bounds of a report; a text that is cut says so by `partial`. */
function bounded(post: Post): ReportedPost {
  const isLong = post.text.length > MAX_REPORT_TEXT;
  return {
    ...post,
    url: post.url.length > MAX_REPORT_URL ? '' : post.url,
    // A cut may part a character in two.
    text: isLong ? post.text.slice(0, MAX_REPORT_TEXT).toWellFormed() : post.text,
    links: post.links.filter((link) => link.length <= MAX_REPORT_URL).slice(0, MAX_REPORT_LINKS),
    partial: post.partial || isLong,
  };
}
