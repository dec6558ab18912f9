import { expect, test } from 'vitest';
import { findMoney } from './money.ts';
import { WordTable } from './words.ts';

const currencies = new WordTable(() =>
  Object.entries({
    MYR: 'RM',
    THB: 'บาท',
    IDR: 'Rp',
    VND: 'đồng',
    CNY: '元',
    USD: '$ USD долларов',
    KRW: '원',
    EUR: '€',
    INR: '₹',
  }).flatMap(([code, words]) => [code, ...words.split(' ')].map((word) => [word, code] as const)),
);

test.each([
  ['RM 8k-15k sebulan', 8_000, 15_000, 'MYR', 'month'],
  ['เดือนละ ๓๕,๐๐๐ บาท', 35_000, 35_000, 'THB', 'month'],
  ['Rp 15.000.000', 15_000_000, 15_000_000, 'IDR', undefined],
  ['15 jt/bln', 15_000_000, 15_000_000, 'IDR', 'month'],
  ['20tr-30tr/tháng', 20_000_000, 30_000_000, 'VND', 'month'],
  ['月入3-5万', 30_000, 50_000, 'CNY', 'month'],
  ['底薪15000元', 15_000, 15_000, 'CNY', 'month'],
  ['월 500만원~1500만원', 5_000_000, 15_000_000, 'KRW', 'month'],
  ['доход 3000-5000 долларов в месяц', 3_000, 5_000, 'USD', 'month'],
  ['$1,000 – $2,000 per month', 1_000, 2_000, 'USD', 'month'],
  ['$50 an hour', 50, 50, 'USD', 'hour'],
  ['€1.500,50', 1_500.5, 1_500.5, 'EUR', undefined],
  ['₹1,50,000 per month', 150_000, 150_000, 'INR', 'month'],
])('%s', (text, low, high, currency, period) => {
  const [money] = findMoney(text, currencies);
  expect(money).toMatchObject({ low, high, currency });
  expect(money?.period).toBe(period);
});

test('takes amounts in words where the automaton found them', () => {
  const text = '月薪三万到五万，轻松';
  const written = [
    { start: 2, end: 4, value: 30_000 },
    { start: 5, end: 7, value: 50_000 },
  ];
  expect(findMoney(text, currencies, written)).toEqual([
    { start: 0, end: 7, low: 30_000, high: 50_000, currency: 'CNY', period: 'month' },
  ]);
  const thai = [{ start: 5, end: 13, value: 50_000 }];
  expect(findMoney('เงิน ห้าหมื่น บาท', currencies, thai)[0]).toMatchObject({
    low: 50_000,
    currency: 'THB',
  });
});

test.each([
  'up to $5,000 a month',
  'gaji hingga Rp 5.000.000',
  '最高15000元',
  'до 3000 долларов',
  '5000元まで',
])('knows that only a most is named: %s', (text) => {
  expect(findMoney(text, currencies)[0]?.upTo).toBe(true);
});

test('a range has no such limit', () => {
  expect(findMoney('from $3,000 up to $5,000', currencies)[0]?.upTo).toBeUndefined();
});

test('gives the same amounts in every normal form', () => {
  const text = 'lương 20 triệu đồng một tháng';
  const [composed] = findMoney(text.normalize('NFC'), currencies);
  const [decomposed] = findMoney(text.normalize('NFD'), currencies);
  expect(composed).toMatchObject({ low: 20_000_000, currency: 'VND', period: 'month' });
  expect(decomposed).toMatchObject({ low: 20_000_000, currency: 'VND', period: 'month' });
});

test('takes no number without a currency for money', () => {
  expect(findMoney('Call 0123456789 before 5 pm, room 1,200', currencies)).toEqual([]);
});

test('keeps a period of another clause apart', () => {
  expect(
    findMoney('Bonus $500. Monthly meeting on Fridays', currencies)[0]?.period,
  ).toBeUndefined();
});
