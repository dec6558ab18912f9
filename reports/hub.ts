/** The hub as a volunteer's browser sees it. */
import { browser } from '#platform/browser.ts';
import { Outcomes, type ReportOutcome } from '#schema/hub.ts';
import type { ReportDraft } from '#schema/report.ts';
import { z } from '#schema/zod.ts';
import { signedRequest, type VolunteerKey } from './signed.ts';

/** What a request to the hub came to. */
export type Answer<T = undefined> =
  | { readonly kind: 'done'; readonly value: T }
  /** It will never be taken as it is. */
  | { readonly kind: 'refused' }
  /** Try again; `after` seconds where the hub says so. */
  | { readonly kind: 'later'; readonly after?: number };

export interface Hub {
  send(report: ReportDraft): Promise<Answer>;
  erase(id: string): Promise<Answer>;
  outcomes(): Promise<Answer<readonly ReportOutcome[]>>;
}

const Packaged = z.nullable(z.object({ hub: z.optional(z.string()) }));
/** A hub that does not answer in this time is asked again later. */
const PATIENCE_MS = 30_000;
/** Answers that another attempt would not change. */
const REFUSED = new Set([400, 409, 413, 415, 422]);

/** Origin of the hub of this package; `undefined` in a package without one. */
export async function packagedHub(): Promise<string | undefined> {
  const response = await fetch(browser.runtime.getURL('/trust.json'));
  const { hub } = z.parse(Packaged, await response.json()) ?? {};
  return hub && new URL(hub).origin;
}

export function hubAt(origin: string, key: VolunteerKey): Hub {
  const reports = `${origin}/v1/reports`;
  async function ask<T>(
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    read: (response: Response) => Promise<T>,
    json?: string,
  ): Promise<Answer<T>> {
    try {
      const request = await signedRequest(method, url, key, json);
      const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
      if (response.ok) return { kind: 'done', value: await read(response) };
      // A report that is not there is erased as well.
      if (method === 'DELETE' && response.status === 404)
        return { kind: 'done', value: await read(response) };
      if (REFUSED.has(response.status)) return { kind: 'refused' };
      const after = Number(response.headers.get('Retry-After') ?? Number.NaN);
      return after > 0 ? { kind: 'later', after } : { kind: 'later' };
    } catch {
      return { kind: 'later' };
    }
  }
  const nothing = async () => undefined;
  return {
    send: (report) => ask('POST', reports, nothing, JSON.stringify(report)),
    erase: (id) => ask('DELETE', `${reports}/${id}`, nothing),
    outcomes: () =>
      ask('GET', reports, async (response) => z.parse(Outcomes, await response.json()).reports),
  };
}
