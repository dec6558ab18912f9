import { findMoney, type Money } from '../extract/money.ts';
import { onlineTask } from '../extract/money-words.ts';
import type { Period } from '../extract/periods.ts';
import type { Field } from '../fields.ts';
import type { Ruleset } from '../ruleset/types.ts';
import type { Sightings } from './phrases.ts';
import type { MatcherSink } from './sink.ts';
import { yardstick } from './yardstick.ts';

/** An offer is notable from this many times the ordinary wage (`rules/pay/wages.yaml`) on. */
const NOTABLE = 2.5;
/** From so many times on it is far above: no honest employer pays that for work without a skill. */
const FAR_ABOVE = 5;
/** Beyond this many times the wage an amount is a turnover or a budget, not somebody's pay. */
const BEYOND_PAY = 150;
/** Day pay that runs this far ("500 to 3000 a day") is bait: no payroll has such a rate. */
const WIDE_RANGE = 2.5;
/** What one month holds: 22 days of 8 hours, 52 weeks a year. Pay by task says nothing. */
const PER_MONTH: Partial<Record<Period, number>> = {
  minute: 22 * 8 * 60,
  hour: 22 * 8,
  day: 22,
  week: 52 / 12,
  month: 1,
  year: 1 / 12,
};
/** Signs that several currencies share are settled by the script around them. */
const traditional =
  /[萬資員職經驗學歷時業務險區請師雜電話個們為會說嘅唔俾佢咗喺冇啲體來這樣對還現單網線數錢報號聯絡]/;
const kana = /[\u3040-\u30ff]/;
const spanish =
  /\b(?:para|por|con|trabajo|ganas?|diari[oa]s?|semanal\w*|mensual\w*|sueldo|al mes)\b/i;
/** Mexican pesos are the dearest; from this sum on they must be those of another country. */
const MOST_MXN = 200_000;

/** Pay far above the ordinary, by the lower end of a range, and day pay of no fixed size. */
export function detectPay(
  fields: Field[],
  ruleset: Ruleset,
  sightings: Sightings,
  sink: MatcherSink,
): void {
  for (const field of fields)
    for (const money of findMoney(
      field.text,
      ruleset.currencyWords,
      sightings.amounts.get(field),
    )) {
      const { start, end, period } = money;
      if (period === 'task' || (period === 'piece' && onlineTask.test(field.text)))
        sink.add('pay-by-task', field, start, end);
      const size = sizeOf(settled(money, field.text), (judged) =>
        yardstick(judged, field, ruleset, sightings),
      );
      if (size >= 1) sink.add('pay-high', field, start, end);
      if (size >= 2) sink.add('pay-extreme', field, start, end);
    }
}

/**
 * `元` and `$` in traditional characters are read as Taiwan dollars, the highest yardstick there;
 * `¥` beside kana as yen; a bare `$` or peso beside Spanish as the peso that makes least of it; a
 * bare `$` elsewhere may be any dollar, so the US wage is the yardstick.
 */
function settled(money: Money, text: string): Money {
  const { currency, start, end } = money;
  const bare = currency === 'USD' && /(?<![A-Za-z])\$/.test(text.slice(start, end));
  if ((currency === 'CNY' || bare) && traditional.test(text) && !kana.test(text))
    return { ...money, currency: 'TWD' };
  if ((currency === 'PHP' || bare) && spanish.test(text))
    return { ...money, currency: money.low < MOST_MXN ? 'MXN' : 'COP' };
  if (currency === 'CNY' && kana.test(text)) return { ...money, currency: 'JPY' };
  return bare ? { ...money, currency: 'ANY$' } : money;
}

/** 0 for ordinary pay and for what cannot be compared, 1 for notable pay, 2 for far above. */
function sizeOf(money: Money, ordinary: (money: Money) => number | undefined): 0 | 1 | 2 {
  const perMonth = money.period && PER_MONTH[money.period];
  if (perMonth === undefined) return 0;
  const factor = perMonth / (money.count ?? 1);
  const wage = ordinary(money);
  if (wage === undefined) return 0;
  const times = (money.low * factor) / wage;
  if (times > BEYOND_PAY) return 0;
  // The most that one may get says less than what one gets.
  if (money.upTo) return times >= FAR_ABOVE ? 1 : 0;
  // A sum for a year is what a career promises, not what a lure pays.
  if (times >= FAR_ABOVE) return money.period === 'year' ? 1 : 2;
  return times >= NOTABLE || isBait(money, (money.high * factor) / wage) ? 1 : 0;
}

/** A wide range by the day whose upper end is out of the ordinary. */
function isBait({ period, low, high }: Money, timesHigh: number): boolean {
  return period === 'day' && low > 0 && high >= WIDE_RANGE * low && timesHigh >= NOTABLE;
}
