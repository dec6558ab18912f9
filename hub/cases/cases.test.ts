import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openRuleset } from '#engine/ruleset/open.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import type { ReportDraft } from '#schema/report.ts';
import { keepReports } from '../intake/keep.ts';
import { openStore, type Store } from '../store/open.ts';
import { transact } from '../store/transact.ts';
import { sampleReport } from '../testing/reports.ts';
import { incomingOf } from '../testing/rows.ts';
import { clusterOnce } from './cluster.ts';
import { mentionsOf } from './mentions.ts';
import { bandsOf, readSketch, similarity, sketchOf, writeSketch } from './minhash.ts';
import { shinglesOf } from './shingles.ts';

let ruleset: Ruleset;
let folder: string;
let store: Store;
let count = 0;

beforeAll(() => {
  ruleset = openRuleset(new Uint8Array(readFileSync('.output/ruleset/ruleset.bin')));
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lurewatch-cases-'));
  store = await openStore({ data: folder });
  return async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
});
afterAll(() => expect(count).toBeGreaterThan(0));

async function keep(...reports: ReportDraft[]): Promise<void> {
  const incoming = reports.map((report) =>
    incomingOf(report, {
      volunteer: `volunteer ${++count}`,
      network: `network ${count}`,
      receivedAt: Date.now() + count,
    }),
  );
  await transact(store, (tx) => keepReports(tx, incoming));
  while ((await clusterOnce(store, ruleset, 'test')) > 0);
}

const caseOf = async ({ id }: ReportDraft) =>
  (
    await store.db
      .selectFrom('reports')
      .select('case_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).case_id;

async function areJoined(a: ReportDraft, b: ReportDraft): Promise<boolean> {
  await keep(a);
  await keep(b);
  return (await caseOf(a)) === (await caseOf(b));
}
const plain = (text: string) => sampleReport({ text, links: [] });

describe('reports of one lure are one case', () => {
  it.each([
    [
      'other numbers, links and words',
      'Customer service in Sihanoukville, salary 1500 USD, no experience needed, free flight and dormitory, write to https://wa.me/85512345678 today',
      'Customer service in Sihanoukville, salary 1800 USD, no experience required, free flight and dormitory! write to https://wa.me/85598765432 now',
    ],
    [
      'letters that look alike, case and spacing',
      'Urgent hiring of typists for our office in the free zone: flight, visa and hostel are paid by us',
      'URGENT hirіng of typіsts for our offіce in the free zone:  𝐟𝐥𝐢𝐠𝐡𝐭, vіsa and hostel are paіd by us',
    ],
    [
      'a script without spaces',
      'รับสมัครแอดมินตอบแชทที่ปอยเปต เงินเดือน 30000 บาท มีที่พักและอาหารฟรี ไม่ต้องมีประสบการณ์ สนใจทักไลน์',
      'รับสมัครแอดมินตอบแชทที่ปอยเปต เงินเดือน 35000 บาท มีที่พักและอาหารฟรี ไม่ต้องมีประสบการณ์ ทักไลน์ได้เลย',
    ],
    [
      'Chinese, simplified and traditional',
      '柬埔寨高薪招聘打字员，包吃包住包机票，月薪一万五，无需经验，女生优先，有意者加飞机详聊',
      '柬埔寨高薪招聘打字員，包吃包住包機票，月薪一萬五，無需經驗，女生優先，有意者加飛機詳聊',
    ],
    [
      'right to left',
      'مطلوب موظفين خدمة عملاء في الخارج براتب ممتاز مع السكن والتذاكر مجانا بدون خبرة تواصل معنا',
      'مطلوب موظفين خدمة عملاء في الخارج براتب ممتاز مع السكن و التذاكر مجاناً بدون خبرة، تواصل معنا الان',
    ],
  ])('with %s', async (_, a, b) => {
    expect(await areJoined(plain(a), plain(b))).toBe(true);
  });

  it('in a translation too, where it names the same messenger account', async () => {
    const a = sampleReport({ text: 'Typists wanted abroad', links: ['https://t.me/ExampleDesk1'] });
    const b = sampleReport({ text: 'ต้องการคนพิมพ์งาน', links: ['https://telegram.me/exampledesk1'] });
    expect(await areJoined(a, b)).toBe(true);
  });
});

describe('other posts are other cases', () => {
  it.each([
    [
      'Waiter for a hotel restaurant in Penang, RM2,200 a month, SPM, uniforms given, apply in person',
      'Lorry driver in Johor Bahru with licence E, RM3,000 a month, overtime paid, apply in person',
    ],
    ['call me', 'call me'],
    ['', ''],
  ])('%j and %j', async (a, b) => {
    expect(await areJoined(plain(a), plain(b))).toBe(false);
  });

  it('though they name the same free-mail host, site or shortener', async () => {
    const a = sampleReport({ text: 'Cook. a@gmail.example https://bit.ly/abc1', links: [] });
    const b = sampleReport({ text: 'Guard. b@gmail.example https://bit.ly/abc2', links: [] });
    expect(await areJoined(a, b)).toBe(false);
  });
});

it('shows employers of one template apart: each is counted by name', async () => {
  const text =
    'We are hiring a store assistant, salary by agreement, five days a week, apply at the counter';
  const shops = ['Kedai A', 'Kedai B', 'Kedai B'].map((company) =>
    sampleReport({ text, company, links: [] }),
  );
  await keep(...shops);
  const rows = await store.db
    .selectFrom('mentions')
    .select(['value', 'reports'])
    .where('case_id', '=', (await caseOf(shops[0]!))!)
    .where('type', '=', 'company')
    .orderBy('value')
    .execute();
  expect(rows).toEqual([
    { value: 'Kedai A', reports: 1 },
    { value: 'Kedai B', reports: 2 },
  ]);
});

it('finds whom a post names, in the form in which they would be listed', () => {
  const { post } = sampleReport({
    text: 'Join https://t.me/+AbCdEf or @desk_hr, +855 12 345 678, hr@jobs-desk.example.net',
    links: ['https://wa.me/60123456789', 'https://bit.ly/x1', 'https://www.jobs.example.co.uk/a'],
    company: ' Golden Co ',
  });
  expect(mentionsOf(post).map(({ type, value }) => `${type} ${value}`)).toEqual([
    'company Golden Co',
    'telegram abcdef',
    'email hr@jobs-desk.example.net',
    'domain jobs-desk.example.net',
    'phone 85512345678',
    'handle desk_hr',
    'whatsapp 60123456789',
    'url bit.ly/x1',
    'domain example.co.uk',
  ]);
});

describe('sketches', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 30, maxLength: 400 });

  it('are alike for like texts, come back from text, and never throw', () => {
    fc.assert(
      fc.property(text, (text) => {
        const sketch = sketchOf(shinglesOf(text));
        expect(similarity(sketch, sketchOf(shinglesOf(text)))).toBe(1);
        expect(readSketch(writeSketch(sketch))).toEqual(sketch);
        for (const band of bandsOf(sketch)) expect(band).toBeLessThan(2 ** 37);
      }),
    );
  });

  it('tell the share of shingles that two sets have in common', () => {
    const sets = Array.from({ length: 40 }, (_, n) => {
      const shared = 100 + n * 20;
      const make = (from: number, length: number) =>
        Array.from({ length }, (_, k) =>
          createHash('sha1')
            .update(`${n} ${from + k}`)
            .digest()
            .readUInt32LE(),
        );
      const [a, b] = [make(0, 1_000), [...make(0, shared), ...make(5_000, 1_000 - shared)]];
      const truth = shared / (2_000 - shared);
      return similarity(sketchOf(Uint32Array.from(a)), sketchOf(Uint32Array.from(b))) - truth;
    });
    const mean = sets.reduce((sum, error) => sum + error, 0) / sets.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.max(...sets.map(Math.abs))).toBeLessThan(0.25);
  });
});

it('takes work over from a hub that died, and never from one that lives', async () => {
  const report = plain('A report that waits for somebody to look at it, in a hub that has died');
  const now = Date.now();
  await store.db
    .insertInto('leases')
    .values({ name: 'clustering', holder: 'other', until: now + 60_000 })
    .execute();
  await keep(report);
  expect(await caseOf(report)).toBeNull();
  await store.db
    .updateTable('leases')
    .set({ until: now - 1 })
    .execute();
  while ((await clusterOnce(store, ruleset, 'test')) > 0);
  expect(await caseOf(report)).not.toBeNull();
});
