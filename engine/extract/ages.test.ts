import { expect, test } from 'vitest';
import { findAges } from './ages.ts';

test.each([
  ['Age: 20 - 40', 20, 40],
  ['18 to 35 years', 18, 35],
  ['umur 18 sampai 35 tahun', 18, 35],
  ['độ tuổi từ 18 đến 35', 18, 35],
  ['อายุ ๑๘-๓๕ ปี', 18, 35],
  ['18岁-35岁', 18, 35],
  ['от 18 до 35 лет', 18, 35],
  ['18세~35세', 18, 35],
  ['Alter: 18 bis 35 Jahre', 18, 35],
  ['wiek 20-35 lat', 20, 35],
  ['età 18-30 anni', 18, 30],
  ['20-35 yaş arası', 20, 35],
  ['18-35 років', 18, 35],
  ['പ്രായം 18-30', 18, 30],
  ['ዕድሜ ከ20 እስከ 35', 20, 35],
  ['১৬-২৪ বছরের', 16, 24],
])('%s', (text, low, high) => {
  expect(findAges(text)).toMatchObject([{ low, high }]);
});

test.each(['15-20 years experience', 'floors 20-30', 'call 18-35-22', '35 - 18 years'])(
  '%s is no band of ages',
  (text) => {
    expect(findAges(text)).toEqual([]);
  },
);
