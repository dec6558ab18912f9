/** Decisions on both databases: who may name whom, and what follows from it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRuleset } from '#engine/ruleset/open.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import type { ReportDraft } from '#schema/report.ts';
import type { Me, Proposal } from '#schema/review.ts';
import { clusterOnce } from '../cases/cluster.ts';
import { keepReports } from '../intake/keep.ts';
import { openStore, type Store } from '../store/open.ts';
import { transact } from '../store/transact.ts';
import { startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { sampleReport } from '../testing/reports.ts';
import { incomingOf } from '../testing/rows.ts';
import { approve, contentHash, propose, withdraw } from './decisions.ts';
import { brokenLine, readLog } from './log.ts';
import { publicListings } from './public-routes.ts';
import { queuePage } from './queue.ts';

const people: Me[] = ['Amira', 'Bela', 'Chi'].map((name) => ({ id: name, name, role: 'reviewer' }));
const [amira, bela, chi] = people as [Me, Me, Me];
const NAMES = new Set(['facebook.com']);

let ruleset: Ruleset;
let postgres: TestPostgres;
let folder: string;
beforeAll(async () => {
  ruleset = openRuleset(new Uint8Array(readFileSync('.output/ruleset/ruleset.bin')));
  folder = mkdtempSync(join(tmpdir(), 'lurewatch-review-'));
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['SQLite', 'PostgreSQL'])('%s', (kind) => {
  let store: Store;
  let count = 0;

  beforeAll(async () => {
    store = await openStore({
      data: folder,
      ...(kind === 'SQLite' ? {} : { databaseUrl: postgres.url }),
    });
    for (const { id, name, role } of people)
      await store.db
        .insertInto('maintainers')
        .values({ id, name, role, created_at: 0, invited_by: null, disabled_at: null })
        .execute();
    return () => store.close();
  });

  /** Reports about the same handle; gives their case. */
  async function newCase(handle: string, ...companies: string[]): Promise<string> {
    const reports = (companies.length === 0 ? [undefined] : companies).map((company) =>
      sampleReport({
        text: handle,
        links: [`https://t.me/${handle}`, 'https://www.facebook.com/x'],
        ...(company === undefined ? {} : { company }),
      }),
    );
    await keep(reports);
    const row = await store.db
      .selectFrom('reports')
      .select('case_id')
      .where('id', '=', reports[0]!.id)
      .executeTakeFirstOrThrow();
    return row.case_id!;
  }
  async function keep(reports: ReportDraft[]): Promise<void> {
    const incoming = reports.map((report) =>
      incomingOf(report, {
        volunteer: `volunteer ${kind} ${++count}`,
        network: `network ${count}`,
        receivedAt: Date.now(),
      }),
    );
    await transact(store, (tx) => keepReports(tx, incoming));
    while ((await clusterOnce(store, ruleset, 'test')) > 0);
  }
  const caseRow = (id: string) =>
    store.db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const decide = async (me: Me, id: string, proposal: Proposal) =>
    propose(store, NAMES, me, id, (await caseRow(id)).version, proposal);
  const listing = (value: string, more: object = {}): Proposal => ({
    action: 'list',
    parties: [{ type: 'telegram', value }],
    reason: 'confirmed-lure',
    says: 'Lured people abroad.',
    expires: new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10),
    ...more,
  });
  const hashOf = async (id: string) =>
    (
      await store.db
        .selectFrom('decisions')
        .select('content_hash')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).content_hash;
  const agree = async (me: Me, id: string) => approve(store, me, id, await hashOf(id), '{}');
  const listed = async () => (await publicListings(store.db)).map(({ value }) => value);

  it('names nobody by one maintainer, however often they agree at once', async () => {
    const id = await decide(amira, await newCase('one_alone'), listing('@One_Alone'));
    const answers = await Promise.allSettled(Array.from({ length: 6 }, () => agree(amira, id)));
    expect(answers.every((one) => one.status === 'fulfilled' && !one.value)).toBe(true);
    expect(await listed()).not.toContain('one_alone');
    expect(await agree(bela, id)).toBe(true);
    expect(await listed()).toContain('one_alone');
    await expect(agree(chi, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes effect once where two agree at the same moment', async () => {
    const caseId = await newCase('both_at_once');
    const id = await decide(amira, caseId, listing('both_at_once'));
    const answers = await Promise.allSettled([agree(amira, id), agree(bela, id), agree(chi, id)]);
    const done = answers.filter((one) => one.status === 'fulfilled' && one.value);
    expect(done).toHaveLength(1);
    const lines = await readLog(store.db, 0);
    expect(lines.filter(({ entry }) => entry.subject === caseId)).toHaveLength(1);
  });

  it('agrees to nothing but the very letters that were proposed', async () => {
    const caseId = await newCase('swapped');
    const id = await decide(amira, caseId, listing('swapped'));
    const hash = await hashOf(id);
    await expect(approve(store, bela, id, 'f'.repeat(64), '{}')).rejects.toMatchObject({
      code: 'conflict',
    });
    await agree(amira, id);
    // Somebody changes what is stored, before the second one agrees.
    const other = listing('somebody_else');
    await store.db
      .updateTable('decisions')
      .set({ body: JSON.stringify(other) })
      .where('id', '=', id)
      .execute();
    await expect(approve(store, bela, id, hash, '{}')).rejects.toMatchObject({ code: 'conflict' });
    await store.db
      .updateTable('decisions')
      .set({ content_hash: contentHash(caseId, other) })
      .where('id', '=', id)
      .execute();
    // With a hash that fits, the first agreement no longer counts: it was to other letters.
    expect(await agree(bela, id)).toBe(false);
    expect(await listed()).not.toContain('somebody_else');
    await withdraw(store, amira, id);
  });

  it.each([
    ['a protected site', { parties: [{ type: 'domain', value: 'facebook.com' }] }],
    ['whom no report names', { parties: [{ type: 'telegram', value: 'a_bystander' }] }],
    ['a public suffix', { parties: [{ type: 'domain', value: 'co.uk' }] }],
    ['for ever', { expires: '2999-01-01' }],
    ['until yesterday', { expires: '2020-01-01' }],
  ])('does not list %s', async (_, more) => {
    const caseId = await newCase(`refused${++count}x`);
    await expect(decide(amira, caseId, listing('x', more))).rejects.toMatchObject({
      code: 'refused',
    });
  });

  it('decides on nothing that has changed since it was seen', async () => {
    const id = await newCase('changed_case');
    const { version } = await caseRow(id);
    await propose(store, NAMES, amira, id, version, {
      action: 'needs-speaker',
      language: 'km',
      reason: 'not-enough-evidence',
    });
    await expect(
      propose(store, NAMES, bela, id, version, { action: 'reject', reason: 'lawful-offer' }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it('removes by one, tells everybody, and does not list again without new evidence', async () => {
    const id = await newCase('wrongly_listed');
    const first = await decide(amira, id, listing('wrongly_listed'));
    await agree(amira, first);
    await agree(bela, first);
    const parties = [{ type: 'telegram' as const, value: 'wrongly_listed' }];
    await decide(chi, id, { action: 'remove', parties, reason: 'appeal-upheld' });
    expect(await listed()).not.toContain('wrongly_listed');
    expect((await readLog(store.db, 0)).at(-1)!.entry).toMatchObject({
      actor: 'Chi',
      action: 'remove',
      parties: ['telegram wrongly_listed'],
    });
    await expect(decide(amira, id, listing('wrongly_listed'))).rejects.toMatchObject({
      code: 'refused',
    });
    const evidence = 'Two victims named this account to the police in May.';
    expect(await decide(amira, id, listing('wrongly_listed', { evidence }))).toBeTruthy();
  });

  it('remembers whose reports were right, and whose were wrong', async () => {
    const right = await newCase('a_right_report');
    const listId = await decide(amira, right, listing('a_right_report'));
    await agree(amira, listId);
    await agree(bela, listId);
    const wrong = await newCase('a_wrong_report');
    await decide(amira, wrong, { action: 'reject', reason: 'lawful-offer' });
    const unclear = await newCase('an_unclear_report');
    await decide(amira, unclear, { action: 'reject', reason: 'not-enough-evidence' });
    const records = await Promise.all(
      [right, wrong, unclear].map((caseId) =>
        store.db
          .selectFrom('volunteers')
          .innerJoin('reports', 'reports.volunteer', 'volunteers.key')
          .select(['upheld', 'refused'])
          .where('case_id', '=', caseId)
          .executeTakeFirstOrThrow(),
      ),
    );
    expect(records).toEqual([
      { upheld: 1, refused: 0 },
      { upheld: 0, refused: 1 },
      { upheld: 0, refused: 0 },
    ]);
  });

  it('puts cases together and takes them apart without losing a report', async () => {
    const [a, b] = [await newCase('part_a', 'Shop A', 'Shop B'), await newCase('part_b')];
    await decide(amira, b, { action: 'merge', into: a, reason: 'confirmed-lure' });
    expect(await caseRow(a)).toMatchObject({ reports: 3, volunteers: 3, networks: 3 });
    expect(await caseRow(b)).toMatchObject({ state: 'merged', merged_into: a, reports: 0 });
    // What comes later to the merged case goes where it went.
    await keep([sampleReport({ text: 'again', links: ['https://t.me/part_b'] })]);
    expect(await caseRow(a)).toMatchObject({ reports: 4 });
    await decide(amira, a, { action: 'split', company: 'Shop B', reason: 'lawful-offer' });
    const { entry } = (await readLog(store.db, 0)).at(-1)!;
    const apart = entry.subject.split(' ')[1]!;
    expect(await caseRow(a)).toMatchObject({ reports: 3 });
    expect(await caseRow(apart)).toMatchObject({ reports: 1, state: 'open' });
    const named = await store.db
      .selectFrom('mentions')
      .select('value')
      .where('type', '=', 'company')
      .where('case_id', '=', a)
      .execute();
    expect(named).toEqual([{ value: 'Shop A' }]);
  });

  it('shows the worst and widest first, page by page, each once', async () => {
    await keep(
      Array.from({ length: 60 }, (_, n) =>
        sampleReport({ text: `${n} `.repeat(3), links: [`https://t.me/queue_${kind}_${n}x`] }),
      ),
    );
    const first = await queuePage(store.db, 'open');
    const second = await queuePage(store.db, 'open', first.next);
    const ids = [...first.cases, ...second.cases].map(({ id }) => id);
    expect(first.cases).toHaveLength(50);
    expect(new Set(ids).size).toBe(ids.length);
    const { n } = await store.db
      .selectFrom('cases')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow();
    expect(ids).toHaveLength(Number(n));
  });

  it('keeps a log in which nothing can be changed unseen', async () => {
    expect(await brokenLine(store.db)).toBeUndefined();
    const lines = await readLog(store.db, 0);
    const { seq, entry } = lines[3]!;
    await store.db
      .updateTable('log')
      .set({ entry: JSON.stringify({ ...entry, actor: 'Somebody else' }) })
      .where('seq', '=', seq)
      .execute();
    expect(await brokenLine(store.db)).toBe(seq);
  });
});
