/** Sends signed reports at a steady rate, whatever the hub answers (an open loop). */
import { Agent, request } from 'node:http';
import { sampleReport } from '#hub/testing/reports.ts';
import { makeVolunteerKey, signedRequest } from '#reports/signed.ts';

export interface Prepared {
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** Volunteers, and lures that they report: each lure in many slightly different copies. */
const VOLUNTEERS = 3_000;
const WORDS =
  'urgent hiring customer service abroad salary free flight hostel visa no experience needed typing chat support game company casino resort online telegram contact today daily allowance bonus weekly passport agent manager team office clean room food provided night shift english chinese speaker friendly lady boys city border province hotel reception data entry marketing crypto platform investor assistant'.split(
    ' ',
  );

/** A stream of numbers from 0 to 1 that is the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(items: readonly T[], random: () => number): T =>
  items[Math.floor(random() * items.length)]!;

/** Reports of `lures` different lures, about 600 characters each, signed. */
export async function prepare(
  origin: string,
  count: number,
  lures: number,
  seed = 1,
): Promise<Prepared[]> {
  const random = randomFrom(seed);
  const keys = await Promise.all(Array.from({ length: VOLUNTEERS }, makeVolunteerKey));
  const texts = Array.from({ length: lures }, () =>
    Array.from({ length: 95 }, () => pick(WORDS, random)).join(' '),
  );
  const prepared: Prepared[] = [];
  for (let index = 0; index < count; index++) {
    const lure = Math.floor(random() * lures);
    const text = `${texts[lure]} RM${Math.floor(random() * 9_000)} ${pick(WORDS, random)}`;
    const report = sampleReport({ text, links: [`https://t.me/desk_${seed}_${lure}`] });
    const body = JSON.stringify(report);
    const { headers } = await signedRequest(
      'POST',
      `${origin}/v1/reports`,
      pick(keys, random),
      body,
    );
    const from = Array.from({ length: 4 }, () => 1 + Math.floor(random() * 222)).join('.');
    prepared.push({
      body,
      headers: { ...Object.fromEntries(headers), 'x-forwarded-for': from },
    });
  }
  return prepared;
}

export interface Sent {
  /** Milliseconds from the moment at which each report was due to its answer. */
  readonly times: number[];
  readonly statuses: Map<number, number>;
  readonly seconds: number;
}

/** Sends reports at a rate (reports per second). Waiting for a free connection counts as well. */
export async function send(
  origin: string,
  prepared: readonly Prepared[],
  rate: number,
): Promise<Sent> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const times: number[] = [];
  const statuses = new Map<number, number>();
  const begun = performance.now();
  await new Promise<void>((resolve) => {
    let next = 0;
    const done = (due: number, status: number) => {
      times.push(performance.now() - due);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (times.length === prepared.length) resolve();
    };
    const pace = setInterval(() => {
      const until = Math.min(prepared.length, ((performance.now() - begun) / 1_000) * rate);
      for (; next < until; next++) {
        const { body, headers } = prepared[next]!;
        const due = begun + (next / rate) * 1_000;
        const sent = request(`${origin}/v1/reports`, { agent, method: 'POST', headers });
        sent.on('response', (response) => {
          response.resume();
          response.on('end', () => done(due, response.statusCode ?? 0));
        });
        sent.on('error', () => done(due, 0));
        sent.end(body);
      }
      if (next === prepared.length) clearInterval(pace);
    }, 2);
  });
  agent.destroy();
  return { times, statuses, seconds: (performance.now() - begun) / 1_000 };
}
