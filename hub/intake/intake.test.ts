import { randomUUID } from 'node:crypto';
import { connect as connectSocket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeVolunteerKey, signedRequest, type VolunteerKey } from '#reports/signed.ts';
import { sampleReport, sendReport } from '../testing/reports.ts';
import { startTestHub, type TestHub } from '../testing/start.ts';
import { DAILY } from './standing.ts';

let hub: TestHub;
let key: VolunteerKey;
let networks = 0;

/** Another network each time. */
const elsewhere = () => `198.51.${++networks % 250}.7`;
const send = (report: unknown, from = elsewhere(), by = key) =>
  sendReport(hub.origin, by, report, from);
const stored = (id: string) =>
  hub.store.db.selectFrom('reports').selectAll().where('id', '=', id).execute();
const outcomes = async (by = key) => {
  const answer = await fetch(await signedRequest('GET', `${hub.origin}/v1/reports`, by));
  return (await answer.json()).reports;
};

beforeAll(async () => {
  hub = await startTestHub();
  key = await makeVolunteerKey();
});
afterAll(() => hub.close());

describe('a report', () => {
  it('is on the disk when it is answered, exactly as it was sent', async () => {
    const report = sampleReport(
      { text: 'မြဝတီ အလုပ် "quotes" \u0000 \ud83d\ude00' },
      { note: "it's '; --" },
    );
    const answer = await send(report);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ id: report.id, receivedAt: expect.any(String) });
    const [row] = await stored(report.id);
    expect(JSON.parse(row!.content!)).toEqual(report);
  });

  it('is kept once, however often and at whatever pace it is sent', async () => {
    const reports = Array.from({ length: 12 }, () => sampleReport());
    const from = elsewhere();
    const key = await makeVolunteerKey();
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => send(reports[n % 12], from, key)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(12);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(48);
    for (const { id } of reports) expect(await stored(id)).toHaveLength(1);
  });

  it('does not take the id of another one', async () => {
    const report = sampleReport();
    await send(report);
    expect((await send({ ...report, note: 'other' })).status).toBe(409);
    const other = await makeVolunteerKey();
    expect((await send(report, elsewhere(), other)).status).toBe(409);
  });

  it('may have waited for years, or come from a clock that runs ahead', async () => {
    for (const createdAt of ['1999-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z'])
      expect((await send(sampleReport({}, { createdAt }))).status).toBe(201);
  });

  it('gets its case, and its volunteer learns how it stands', async () => {
    const volunteer = await makeVolunteerKey();
    const report = sampleReport({ text: 'A text of its own: kitchen help wanted in a far town' });
    await send(report, elsewhere(), volunteer);
    await expect
      .poll(async () => (await stored(report.id))[0]!.case_id, { timeout: 30_000 })
      .toMatch(/^C-[0-9A-Z]{8}$/);
    expect(await outcomes(volunteer)).toEqual([
      { id: report.id, status: 'received', receivedAt: expect.any(String) },
    ]);
  });

  it('is erased when its volunteer takes it back, and nobody else can', async () => {
    const volunteer = await makeVolunteerKey();
    const report = sampleReport({
      text: 'Another text: drivers wanted at once, call +60 12 345 6789',
    });
    await send(report, elsewhere(), volunteer);
    const url = `${hub.origin}/v1/reports/${report.id}`;
    expect((await fetch(await signedRequest('DELETE', url, key))).status).toBe(404);
    for (let times = 0; times < 2; times++)
      expect((await fetch(await signedRequest('DELETE', url, volunteer))).status).toBe(204);
    const [row] = await stored(report.id);
    expect(row).toMatchObject({ content: null, network: null, state: 'erased' });
    // A copy on its way does not bring it back.
    expect((await send(report, elsewhere(), volunteer)).status).toBe(200);
    expect((await stored(report.id))[0]!.content).toBeNull();
    expect(await outcomes(volunteer)).toMatchObject([{ id: report.id, status: 'withdrawn' }]);
  });
});

describe('bad input', () => {
  const post = (init: RequestInit) =>
    fetch(`${hub.origin}/v1/reports`, { method: 'POST', ...init });
  const json = { 'Content-Type': 'application/json' };

  it.each([
    ['more fields', { ...sampleReport(), extra: 1 }],
    ['fewer fields', { id: randomUUID() }],
    ['another type', []],
    ['no id', { ...sampleReport(), id: '1' }],
    ['a site with markup', sampleReport({ site: '<b>' })],
    ['a scheme with SQL', { ...sampleReport(), scheme: "x'; DROP TABLE reports; --" }],
    ['a text that is too long', sampleReport({ text: 'x'.repeat(20_001) })],
  ])('is refused: %s', async (_, report) => {
    const answer = await send(report);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(JSON.stringify(await answer.json())).not.toContain('DROP');
  });

  it('is refused where it is unsigned, forged or changed on the way', async () => {
    const body = JSON.stringify(sampleReport());
    expect((await post({ headers: json, body })).status).toBe(401);
    const url = `${hub.origin}/v1/reports`;
    const good = await signedRequest('POST', url, key, body);
    const changed = new Request(good, { body: body.replace('RM8,000', 'RM9,000') });
    expect((await fetch(changed)).status).toBe(401);
    const other = await makeVolunteerKey();
    const forged = await signedRequest('POST', url, { ...other, id: key.id }, body);
    expect((await fetch(forged)).status).toBe(401);
    const elsewhere = await signedRequest('POST', 'https://hub.example/v1/reports', key, body);
    expect((await post({ headers: elsewhere.headers, body })).status).toBe(401);
  });

  it('is refused where it is no JSON, or too large', async () => {
    expect((await post({ body: '{}' })).status).toBe(415);
    const broken = await signedRequest('POST', `${hub.origin}/v1/reports`, key, '{');
    expect((await fetch(broken)).status).toBe(400);
    expect((await post({ headers: json, body: ' '.repeat(300_000) })).status).toBe(413);
  });

  it('reads no more of an endless body than it has to', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const init = { headers: json, body: endless, duplex: 'half' };
    const answer = await post(init as RequestInit).catch(() => undefined);
    expect([413, undefined]).toContain(answer?.status);
    expect(sent).toBeLessThan(20_000_000);
  });

  it('is no trouble: markup, SQL and formulas are kept as the text that they are', async () => {
    const text = `<script>alert(1)</script> ' OR 1=1; DROP TABLE reports; -- =HYPERLINK("x") ${'ก'.repeat(5_000)}`;
    const report = sampleReport(
      { text, title: text.slice(0, 90), company: '=cmd()' },
      { note: text.slice(0, 200) },
    );
    expect((await send(report)).status).toBe(201);
    const [row] = await stored(report.id);
    expect(JSON.parse(row!.content!)).toEqual(report);
  });

  it('holds nobody up: slow clients wait alone', async () => {
    const { hostname, port } = new URL(hub.origin);
    const slow = Array.from({ length: 50 }, () => {
      const socket = connectSocket(Number(port), hostname);
      socket.on('error', () => {});
      socket.write('POST /v1/reports HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{');
      return socket;
    });
    expect((await send(sampleReport())).status).toBe(201);
    for (const socket of slow) socket.destroy();
  });

  it('leaves no text, id, key or address in the log and the metrics', async () => {
    const report = sampleReport({ text: 'canary-of-the-log' }, { note: 'canary-of-the-note' });
    await send(report, '203.0.113.77');
    await send({ ...report, extra: 'canary' }, '203.0.113.77');
    const metrics = await (await fetch(`${hub.origin}/metrics`)).text();
    expect(metrics).toContain('lurewatch_reports_total');
    for (const line of [...hub.log, metrics])
      for (const secret of ['canary', report.id, key.id, '203.0.113'])
        expect(line).not.toContain(secret);
  });
});

describe('a flood', () => {
  const caseOf = async (id: string) => (await stored(id))[0];

  it('of one key counts for no more than one person, and the rest is set aside', async () => {
    const flooder = await makeVolunteerKey();
    const text = 'Flood: a rival shop down the road that somebody wants to see on a list';
    const reports = Array.from({ length: DAILY.plain + 15 }, () =>
      sampleReport({ text, links: [] }),
    );
    for (const report of reports) await send(report, elsewhere(), flooder);
    const states = await Promise.all(reports.map(async ({ id }) => (await caseOf(id))!.state));
    expect(states.filter((state) => state === 'quarantined')).toHaveLength(15);
    await expect
      .poll(async () => (await caseOf(reports[0]!.id))!.case_id, { timeout: 30_000 })
      .not.toBeNull();
    const { case_id } = (await caseOf(reports[0]!.id))!;
    const row = await hub.store.db
      .selectFrom('cases')
      .selectAll()
      .where('id', '=', case_id!)
      .executeTakeFirstOrThrow();
    expect(row.volunteers).toBe(1);
    expect(row.rank).toBe(row.harm * 1_000);
    // Who floods does not learn when it stops to count.
    expect(
      new Set((await outcomes(flooder)).map(({ status }: { status: string }) => status)),
    ).toEqual(new Set(['received']));
  });

  it('of one network does so too, however many keys it makes', async () => {
    const text = 'Flood by many keys of one network against a bakery in a small town';
    const keys = await Promise.all(Array.from({ length: 30 }, makeVolunteerKey));
    const ids: string[] = [];
    for (let n = 0; n < DAILY.network + 10; n++) {
      const report = sampleReport({ text, links: [] });
      ids.push(report.id);
      await send(report, '192.0.2.200', keys[n % keys.length]);
    }
    const rows = await hub.store.db
      .selectFrom('reports')
      .select(['state', 'case_id'])
      .where('id', 'in', ids)
      .execute();
    expect(rows.filter(({ state }) => state === 'quarantined')).toHaveLength(10);
    await expect
      .poll(async () => (await caseOf(ids[0]!))!.case_id, { timeout: 30_000 })
      .not.toBeNull();
    const row = await hub.store.db
      .selectFrom('cases')
      .selectAll()
      .where('id', '=', (await caseOf(ids[0]!))!.case_id!)
      .executeTakeFirstOrThrow();
    expect(row.networks).toBe(1);
    expect(row.rank).toBe(row.harm * 1_000);
  });

  it('is not helped by a made-up X-Forwarded-For', async () => {
    const other = await startTestHub({ LUREWATCH_HUB_PROXIES: '' });
    const reports = [sampleReport(), sampleReport()];
    await sendReport(other.origin, key, reports[0], '203.0.113.1');
    await sendReport(other.origin, key, reports[1], '198.51.100.1');
    const rows = await other.store.db.selectFrom('reports').select('network').execute();
    expect(new Set(rows.map(({ network }) => network)).size).toBe(1);
    await other.close();
  });

  it('of requests is asked to wait', async () => {
    const hammered = '203.0.114.9';
    const answers = await Promise.all(
      Array.from({ length: 620 }, () =>
        fetch(`${hub.origin}/v1/reports`, { headers: { 'X-Forwarded-For': hammered } }),
      ),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBe(20);
    expect(Number(refused[0]!.headers.get('Retry-After'))).toBeGreaterThan(0);
  });
});

it('describes itself, from the schemas that it checks with', async () => {
  const { paths, openapi } = await (await fetch(`${hub.origin}/openapi.json`)).json();
  expect(openapi).toBe('3.1.0');
  const { schema } = paths['/v1/reports'].post.requestBody.content['application/json'];
  expect(schema.additionalProperties).toBe(false);
  expect(schema.properties.note.maxLength).toBe(2_000);
});
