import { expect, test } from 'vitest';
import { findMoney, type Money, type WrittenAmount } from '#engine/extract/money.ts';
import { compileRuleset } from '#engine/ruleset/compile.ts';
import { openRuleset } from '#engine/ruleset/open.ts';
import { exampleSource } from '#engine/testing/example.ts';
import { RULES } from '../paths.ts';
import type { Problem } from './problem.ts';
import { readTables } from './tables.ts';

/** The currencies and amounts in words of the rules as they stand. */
const problems: Problem[] = [];
const { currencies, amounts } = readTables(RULES, problems);
const ruleset = openRuleset(
  compileRuleset({ ...exampleSource, signals: {}, places: [], work: [], currencies, amounts }),
);

function moneyIn(text: string): Money | undefined {
  const written: WrittenAmount[] = [];
  ruleset.phrases.scan(text, (index, start, end) => {
    written.push({ start, end, value: ruleset.pay.amounts[index]! });
  });
  return findMoney(text, ruleset.currencyWords, written)[0];
}

test('the tables are sound', () => {
  expect(problems.filter(({ file }) => file.includes('pay'))).toEqual([]);
});

test.each([
  ['RM 8k-15k sebulan', 8000, 'MYR', 'month', 1],
  ['gaji 8k/bulan', 8000, 'MYR', 'month', 1],
  ['gaji 9 ribu sebulan', 9000, 'MYR', 'month', 1],
  ['gaji RM9000', 9000, 'MYR', 'month', 1],
  ['500k/hari', 500000, 'IDR', 'day', 1],
  ['8 jt per bulan', 8000000, 'IDR', 'month', 1],
  ['gaji 8 jt', 8000000, 'IDR', 'month', 1],
  ['Rp 5 juta – Rp 15 juta per bulan', 5000000, 'IDR', 'month', 1],
  ['sehari 200rb', 200000, 'IDR', 'day', 1],
  ['lương 20 triệu', 20000000, 'VND', 'month', 1],
  ['tám củ một tháng', 8000000, 'VND', 'month', 1],
  ['mỗi ngày 500k ~ 3000K', 500000, 'VND', 'day', 1],
  ['25-30tr/tháng', 25000000, 'VND', 'month', 1],
  ['₱3,000 kada araw', 3000, 'PHP', 'day', 1],
  ['sahod P60k', 60000, 'PHP', 'month', 1],
  ['limang libo kada araw', 5000, 'PHP', 'day', 1],
  ['เดือนละ 3.5 หมื่น', 35000, 'THB', 'month', 1],
  ['500 บ./วัน', 500, 'THB', 'day', 1],
  ['วันละ ๑,๐๐๐ บาท', 1000, 'THB', 'day', 1],
  ['ห้าหมื่นบาทต่อเดือน', 50000, 'THB', 'month', 1],
  ['600$ ក្នុងមួយខែ', 600, 'USD', 'month', 1],
  ['ប្រាក់ខែ ៨០០ ដុល្លារ', 800, 'USD', 'month', 1],
  ['ລາຍໄດ້ເດືອນລະ 5 ລ້ານກີບ', 5000000, 'LAK', 'month', 1],
  ['တစ်လ ၁၀ သိန်း', 1000000, 'MMK', 'month', 1],
  ['လစာ သိန်း ၂၀', 2000000, 'MMK', 'month', 1],
  ['80 हजार रुपए महीना', 80000, 'INR', 'month', 1],
  ['₹80 हजार प्रतिमाह', 80000, 'INR', 'month', 1],
  ['अस्सी हजार महीना', 80000, 'NPR', 'month', 1],
  ['रोज 3000 रुपये', 3000, 'INR', 'day', 1],
  ['50 hazar rupees mahina', 50000, 'INR', 'month', 1],
  ['रु. 500 प्रतिदिन', 500, 'INR', 'day', 1],
  ['din ka 5000 rs', 5000, 'PKR', 'day', 1],
  ['তলব নয়, বেতন 1 লাখ', 100000, 'INR', 'month', 1],
  ['প্রতিদিন ৫০০০ টাকা', 5000, 'BDT', 'day', 1],
  ['தினமும் ₹5000', 5000, 'INR', 'day', 1],
  ['மாதம் 1 லட்சம்', 100000, 'LKR', 'month', 1],
  ['දවසට රු. 5000', 5000, 'LKR', 'day', 1],
  ['මාසෙට ලක්ෂ 3', 300000, 'LKR', 'month', 1],
  ['तलब १ लाख', 100000, 'NPR', 'month', 1],
  ['दिनको रु ३०००', 3000, 'INR', 'day', 1],
  ['ماہانہ 2 لاکھ روپے', 200000, 'PKR', 'month', 1],
  ['تنخواہ ایک لاکھ', 100000, 'PKR', 'month', 1],
  ['shilingi elfu 50 kwa siku', 50000, 'KES', 'day', 1],
  ['KSh 5,000 kila siku', 5000, 'KES', 'day', 1],
  ['በቀን 2000 ብር', 2000, 'ETB', 'day', 1],
  ['በወር 50 ሺህ ብር', 50000, 'ETB', 'month', 1],
  ['راتب ٣٠٠٠ دولار', 3000, 'USD', 'month', 1],
  ['٥٠٠ جنيه في اليوم', 500, 'EGP', 'day', 1],
  ['3000 ريال شهريا', 3000, 'SAR', 'month', 1],
  ['50 тр/неделя', 50000, 'RUB', 'week', 1],
  ['100 тыс. руб. в месяц', 100000, 'RUB', 'month', 1],
  ['зп 150 000 ₽', 150000, 'RUB', 'month', 1],
  ['5000 руб. в день', 5000, 'RUB', 'day', 1],
  ['5000 реалов в неделю', 5000, 'BRL', 'week', 1],
  ['월 500만원', 5000000, 'KRW', 'month', 1],
  ['일당 30만원', 300000, 'KRW', 'day', 1],
  ['시급 5만원', 50000, 'KRW', 'hour', 1],
  ['月収50万円', 500000, 'JPY', 'month', 1],
  ['日給3万円', 30000, 'JPY', 'day', 1],
  ['5000 pesos diarios', 5000, 'PHP', 'day', 1],
  ['2.000€ al mes', 2000, 'EUR', 'month', 1],
  ['R$ 300 por dia', 300, 'BRL', 'day', 1],
  ['8 mil reais por mês', 8000, 'BRL', 'month', 1],
  ['200 € par jour', 200, 'EUR', 'day', 1],
  ['800 Euro am Tag', 800, 'EUR', 'day', 1],
  ['500€/Monat', 500, 'EUR', 'month', 1],
  ['300 zł dziennie', 300, 'PLN', 'day', 1],
  ['10 tys. zł miesięcznie', 10000, 'PLN', 'month', 1],
  ['pensja 15 tysięcy', 15000, 'PLN', 'month', 1],
  ['300 euro al giorno', 300, 'EUR', 'day', 1],
  ['günlük 5000 TL', 5000, 'TRY', 'day', 1],
  ['haftada 10 bin', 10000, 'TRY', 'week', 1],
  ['aylık 150 bin TL', 150000, 'TRY', 'month', 1],
  ['500 грн на день', 500, 'UAH', 'day', 1],
  ['зарплата 40 тис', 40000, 'UAH', 'month', 1],
  ['ദിവസം 3000 രൂപ', 3000, 'INR', 'day', 1],
  ['മാസം 90 ആയിരം', 90000, 'INR', 'month', 1],
  ['月入三五万', 30000, 'CNY', 'month', 1],
  ['月薪2-3w', 20000, 'CNY', 'month', 1],
  ['月薪1500美金加提成', 1500, 'USD', 'month', 1],
  ['日赚500-1000元', 500, 'CNY', 'day', 1],
  ['月薪十萬', 100000, 'TWD', 'month', 1],
  ['$5,520 in 2 business days', 5520, 'USD', 'day', 2],
  ['15 minutes - 40$', 40, 'USD', 'minute', 15],
  ['$40 for 15 minutes work', 40, 'USD', 'minute', 15],
  ['USDT 200 daily', 200, 'UST', 'day', 1],
  ['₦50,000 per week', 50000, 'NGN', 'week', 1],
  ['QAR 3,000 monthly', 3000, 'QAR', 'month', 1],
  ['per like $2', 2, 'USD', 'task', 1],
  ['yorum başı 80 lira', 80, 'TRY', 'task', 1],
  ['ഒരു റിവ്യൂവിന് 200 രൂപ', 200, 'INR', 'task', 1],
  ['50 руб за лайк', 50, 'RUB', 'task', 1],
  ['5000元/月（上260小时）', 5000, 'CNY', 'month', 1],
  ['Salario: 30.000€ Bruto/año', 30000, 'EUR', 'year', 1],
])('reads the pay of %s', (text, low, currency, period, count) => {
  const money = moneyIn(text);
  expect(money).toMatchObject({ low, currency, period });
  expect(money?.count ?? 1).toBe(count);
});

test.each([
  '1000-2000 ต่อชั่วโมง',
  '518/隔天',
  'RM9000',
  '4570元（上260小时）',
  '5000-6000元；薪资发放日：每月10日',
  '单价300元',
  '주택지원 180만원',
  '3月15000元',
  'Mojokerto · Rp 10524474',
  '20 Triệu - Đi Làm Ngay',
  'HR Officer ($500-$700)',
  'daily limit is P50,000',
  'vay 20 triệu/tháng',
  '5万件每月',
])('claims nothing of %s', (text) => {
  expect(moneyIn(text)?.period).toBeUndefined();
});
