import { beforeAll, describe, expect, test } from 'vitest';
import { judge } from '#engine/judge.ts';
import { openRuleset } from '#engine/ruleset/open.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import { RULES } from './paths.ts';
import { textPost } from './post.ts';
import { compileRules } from './rules/compile.ts';
import { readRules } from './rules/read.ts';

/** What the rules as they stand make of plain examples; the wording is our own. */
let ruleset: Ruleset;
beforeAll(() => {
  ruleset = openRuleset(compileRules(readRules(RULES)));
}, 120_000);
const verdict = (text: string) => judge(textPost('1', text), ruleset);

describe('lures', () => {
  test.each([
    [
      'forced-scam-work',
      'Customer service staff wanted in Bavet, Cambodia. Free flight and accommodation, no experience needed, high salary. Telegram: @example_hr',
    ],
    ['forced-scam-work', '柬埔寨西港招打字员，包机票包吃住，无需经验，月薪3万，加飞机 @example_hr'],
    [
      'forced-scam-work',
      'Tuyển nhân viên chăm sóc khách hàng tại Campuchia, bao vé máy bay, bao ăn ở, không cần kinh nghiệm, lương 40 triệu/tháng, zalo.me/0123',
    ],
    [
      'task-scam',
      'Part-time from home: like YouTube videos and get paid daily. Top up first to unlock your commission. WhatsApp https://wa.me/15550100',
    ],
    ['task-scam', 'รับสมัครงานพาร์ทไทม์ กดไลค์ TikTok รายได้วันละ 3,000 บาท แอดไลน์ line.me/ti/p/example'],
    ['money-mule', '高价租银行卡，日结，联系 t.me/example_card'],
    [
      'advance-fee',
      'You have been selected for the position. Pay the registration fee of $50 before you start. Contact WhatsApp only.',
    ],
    [
      'advance-fee',
      'Bạn đã trúng tuyển. Đóng phí đồng phục 500k trước khi nhận việc, liên hệ zalo.me/0123',
    ],
    [
      'identity-harvest',
      'Hundreds of vacancies, any qualification. Send a copy of your ID card, a selfie and your bank details to apply. bit.ly/example',
    ],
    [
      'fake-agency',
      'Work in Canada: visa guaranteed, no interview, free visa, free flight and free accommodation for any trade. Contact us on WhatsApp.',
    ],
    ['forced-scam-work', 'Well paid customer service jobs in Thailand for young people'],
    [
      'task-scam',
      'Part time from home, 500 to 4000 baht per day, no experience needed. WhatsApp me now',
    ],
    [
      'task-scam',
      'Beware of scammers! Like videos and get paid, top up first to unlock commission. WhatsApp https://wa.me/15550100',
    ],
    [
      'sexual-exploitation',
      'Female hostesses wanted for nightclub abroad, attractive, send photos, high pay, flight paid',
    ],
    ['sexual-exploitation', '海外夜总会招公关佳丽，身高165以上，形象好，日薪过万，包机票包住'],
    [
      'job-board-impostor',
      'Interview will be held by text chat on Telegram. We will send you a check to purchase your home office equipment. Contact hr.example@gmail.com',
    ],
    [
      'money-mule',
      'Payment agent: receive money into your bank account and forward it to our clients, keep 5% of each transfer.',
    ],
    [
      'money-mule',
      'Нужны дропы, карты любых банков, аренда карт, оплата каждый день, пишите в тг @example_card',
    ],
  ])('%s: %s', (scheme, text) => {
    expect(verdict(text)).toMatchObject({ scheme });
  });
});

describe('no lures', () => {
  test.each([
    'Accountant wanted in Phnom Penh. Bachelor degree and two years of experience required, health insurance, annual leave. Send your CV to hr@example.com.',
    'Cruise line hires waiters. Flights and cabin are paid, seaman book required, licensed manning agency.',
    'Police warn: job ads that promise free flights and high pay in Cambodia led victims into scam compounds. Never pay a deposit.',
    'Police warn the public: beware of scammers who ask you to like videos and get paid, then top up first to unlock commission. Report it on WhatsApp https://wa.me/15550199',
    'My cousin took a customer service job in Myawaddy and was locked up; do not trust such offers.',
    'Holiday in Laos and Cambodia: flights and hotel included, book now.',
  ])('%s', (text) => {
    expect(verdict(text).level).toBe('none');
  });
});

test.each([
  ['Between 500 to 4000 baht per day for anyone', true],
  ['Between 350 to 400 baht per day for packing', false],
  ['Turnover of USD 900,000,000 per year', false],
])('"%s" is pay out of the ordinary: %s', (text, notable) => {
  expect(verdict(text).findings.some(({ signal }) => signal === 'high-pay')).toBe(notable);
});
