/** Reports for tests and benchmarks, as extensions send them. */
import { randomUUID } from 'node:crypto';
import { signedRequest, type VolunteerKey } from '#reports/signed.ts';
import type { ReportDraft } from '#schema/report.ts';

const POST: ReportDraft['post'] = {
  site: 'facebook',
  key: '1',
  kind: 'post',
  url: 'https://www.facebook.com/groups/1/posts/2',
  text: 'Customer service abroad, RM8,000, no experience, flight and hostel paid. Telegram @example_desk',
  links: ['https://t.me/example_desk'],
  partial: false,
};

/** A report that the hub takes; the same text makes the same case. */
export function sampleReport(
  post: Partial<ReportDraft['post']> = {},
  rest: Partial<Omit<ReportDraft, 'post'>> = {},
): ReportDraft {
  return {
    id: randomUUID(),
    createdAt: '2026-11-26T08:00:00.000Z',
    post: { ...POST, ...post },
    scheme: 'forced-scam-work',
    level: 'caution',
    contact: 'none',
    rulesetVersion: 'test',
    ...rest,
  };
}

/** Sends a report. @param from the address of the sender, which a trusted proxy tells */
export async function sendReport(
  origin: string,
  key: VolunteerKey,
  report: unknown,
  from?: string,
): Promise<Response> {
  const request = await signedRequest('POST', `${origin}/v1/reports`, key, JSON.stringify(report));
  if (from !== undefined) request.headers.set('X-Forwarded-For', from);
  return fetch(request);
}
