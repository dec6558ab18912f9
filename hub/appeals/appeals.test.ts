import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AppealRequest } from '#schema/appeal.ts';
import type { Me } from '#schema/review.ts';
import { readLog } from '../review/log.ts';
import { publicListings } from '../review/public-routes.ts';
import { openStore, type Store } from '../store/open.ts';
import { sampleCase } from '../testing/rows.ts';
import {
  answerAppeal,
  appealStatus,
  appealsForReview,
  openAppeals,
  prove,
  takeAppeal,
} from './appeals.ts';
import { findTxt } from './dns.ts';

const [amira, bela, chi] = ['Amira', 'Bela', 'Chi'].map(
  (name): Me => ({ id: name, name, role: 'reviewer' }),
) as [Me, Me, Me];
const REQUEST: AppealRequest = {
  type: 'domain',
  value: 'WWW.Honest-Jobs.example.net',
  statement: 'We are a licensed agency and were never asked.',
  contact: 'owner@honest-jobs.example.net',
  proof: 'dns',
};

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lurewatch-appeals-'));
  store = await openStore({ data: folder });
  const { db } = store;
  for (const { id, name, role } of [amira, bela, chi])
    await db
      .insertInto('maintainers')
      .values({ id, name, role, created_at: 0, invited_by: null, disabled_at: null })
      .execute();
  await db.insertInto('cases').values(sampleCase()).execute();
  await db
    .insertInto('decisions')
    .values({
      id: 'd',
      case_id: 'C-7K3M9QXA',
      action: 'list',
      reason: 'confirmed-lure',
      body: '{}',
      content_hash: 'h',
      proposed_by: 'Amira',
      proposed_at: 0,
      state: 'approved',
      decided_at: 0,
    })
    .execute();
  await db
    .insertInto('approvals')
    .values({
      decision_id: 'd',
      maintainer_id: 'Bela',
      content_hash: 'h',
      approved_at: 0,
      assertion: '',
    })
    .execute();
  await db
    .insertInto('listings')
    .values({
      type: 'domain',
      value: 'honest-jobs.example.net',
      decision_id: 'd',
      case_id: 'C-7K3M9QXA',
      says: 'Reason.',
      listed_on: '2026-01-01',
      expires_on: '2099-01-01',
    })
    .execute();
  return async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
});

const nothing = async () => [];

describe('an appeal', () => {
  it('is taken without an account, with a ticket and a promised time', async () => {
    const { ticket, secret, dueAt, createdAt, record, state } = await takeAppeal(store, REQUEST);
    expect(ticket).toMatch(/^A-[0-9A-Z]{8}$/);
    expect(Date.parse(dueAt) - Date.parse(createdAt)).toBe(7 * 86_400_000);
    expect(record).toEqual({
      name: '_lurewatch.honest-jobs.example.net',
      type: 'TXT',
      value: expect.stringMatching(/^lurewatch-appeal=[\w-]{20}$/),
    });
    expect(state).toBe('open');
    const all = JSON.stringify([await openAppeals(store), await appealStatus(store, ticket)]);
    // Impostors prey on a public queue: no contact, no statement, no secret, no code.
    for (const hidden of [REQUEST.contact!, 'licensed', secret, record!.value])
      expect(all).not.toContain(hidden);
  });

  it.each([
    ['somebody who is not listed', { value: 'other.example.net' }],
    ['a number proven by DNS', { type: 'phone', value: '60123456789' }],
  ])('is refused for %s', async (_, more) => {
    await expect(takeAppeal(store, { ...REQUEST, ...more } as AppealRequest)).rejects.toMatchObject(
      {
        code: 'refused',
      },
    );
  });

  it('does not come in floods', async () => {
    for (let n = 0; n < 3; n++) await takeAppeal(store, REQUEST);
    await expect(takeAppeal(store, REQUEST)).rejects.toMatchObject({ code: 'refused' });
  });

  it('is proven by the DNS record, and by nothing else', async () => {
    const { ticket, secret, record } = await takeAppeal(store, REQUEST);
    await expect(prove(store, nothing, ticket, 'wrong', undefined)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(prove(store, nothing, ticket, secret, undefined)).rejects.toMatchObject({
      code: 'refused',
    });
    const zone = async (name: string) => (name === record!.name ? ['v=spf1', record!.value] : []);
    expect(await prove(store, zone, ticket, secret, undefined)).toMatchObject({ proven: true });
  });

  it('is proven by the code that maintainers mail to the domain', async () => {
    const { ticket, secret, record } = await takeAppeal(store, { ...REQUEST, proof: 'mail' });
    expect(record).toBeUndefined();
    const [shown] = await appealsForReview(store, chi);
    await expect(prove(store, nothing, ticket, secret, 'guess')).rejects.toMatchObject({
      code: 'refused',
    });
    expect(await prove(store, nothing, ticket, secret, shown!.code)).toMatchObject({
      proven: true,
    });
  });

  it('is decided by somebody who did not list the party', async () => {
    const { ticket } = await takeAppeal(store, REQUEST);
    const answer = { outcome: 'upheld' as const, answer: 'You are right, and we are sorry.' };
    for (const lister of [amira, bela]) {
      expect((await appealsForReview(store, lister))[0]!.mayDecide).toBe(false);
      await expect(answerAppeal(store, lister, ticket, answer)).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    expect(await publicListings(store.db)).toHaveLength(1);
    await answerAppeal(store, chi, ticket, answer);
    expect(await publicListings(store.db)).toEqual([]);
    expect(await appealStatus(store, ticket)).toMatchObject({
      state: 'upheld',
      answer: answer.answer,
    });
    const cleared = await store.db.selectFrom('cleared').select('value').execute();
    expect(cleared).toEqual([{ value: 'honest-jobs.example.net' }]);
    const row = await store.db.selectFrom('appeals').select('contact').executeTakeFirst();
    expect(row).toEqual({ contact: null });
    expect((await readLog(store.db, 0)).map(({ entry }) => entry.action)).toEqual([
      'appeal',
      'remove',
      'appeal-upheld',
    ]);
    await expect(answerAppeal(store, chi, ticket, answer)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('may be denied, and the listing stays', async () => {
    const { ticket } = await takeAppeal(store, REQUEST);
    await answerAppeal(store, chi, ticket, {
      outcome: 'denied',
      answer: 'Three victims named you.',
    });
    expect(await publicListings(store.db)).toHaveLength(1);
  });

  it('shows when its answer is overdue', async () => {
    await takeAppeal(store, REQUEST);
    await store.db.updateTable('appeals').set({ due_at: 1 }).execute();
    expect((await appealsForReview(store, chi))[0]!.overdue).toBe(true);
  });
});

it('finds no record where there is no network, and does not fail', async () => {
  expect(await findTxt('_lurewatch.nowhere.invalid')).toEqual([]);
}, 30_000);
