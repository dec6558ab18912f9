import { findMoney, type Money } from '../extract/money.ts';
import type { Period } from '../extract/money-words.ts';
import type { Field } from '../fields.ts';
import type { Ruleset } from '../ruleset/types.ts';
import type { PlaceSighting } from './places.ts';
import type { MatcherSink } from './sink.ts';

/** An offer is notable from this many times the ordinary wage (`rules/pay/wages.yaml`) on. */
const NOTABLE = 2.5;
/** Beyond this many times the wage an amount is a turnover or a budget, not somebody's pay. */
const BEYOND_PAY = 150;
/** Day pay that runs this far ("500 to 3000 a day") is bait: no payroll has such a rate. */
const WIDE_RANGE = 2.5;
/** What one month holds: 22 days of 8 hours, 52 weeks a year. Pay by task says nothing. */
const PER_MONTH: Partial<Record<Period, number>> = {
  hour: 22 * 8,
  day: 22,
  week: 52 / 12,
  month: 1,
  year: 1 / 12,
};
/** Currencies in which posts everywhere quote; they say nothing of where the work is. */
const WORLDWIDE = new Set(['USD', 'EUR', 'UST']);
/** Yardstick in US dollars a month for a worldwide currency where no destination is named. */
const WORLD_WAGE = 1_000;
/** Lowest yardstick for a destination: legal minimums are far below what offices pay there. */
const LEAST_WAGE = 600;

/** Signs that several currencies share are settled by the script around them. */
const traditional = /[萬資員職經驗學歷時業務險區]/;
const kana = /[\u3040-\u30ff]/;

/** Pay far above the ordinary, by the lower end of a range, and day pay of no fixed size. */
export function detectPay(
  fields: Field[],
  ruleset: Ruleset,
  places: PlaceSighting[],
  sink: MatcherSink,
): void {
  for (const field of fields)
    for (const money of findMoney(field.text, ruleset.currencyWords))
      if (isNotable(settled(money, field.text), ruleset, places))
        sink.add('pay-high', field, money.start, money.end);
}

/**
 * `元` and `$` in traditional characters are read as Taiwan dollars, the highest yardstick there;
 * `¥` beside kana as yen; a bare `$` elsewhere may be any dollar, so the US wage is the yardstick.
 */
function settled(money: Money, text: string): Money {
  const { currency, start, end } = money;
  const bare = currency === 'USD' && /(?<![A-Za-z])\$/.test(text.slice(start, end));
  if ((currency === 'CNY' || bare) && traditional.test(text) && !kana.test(text))
    return { ...money, currency: 'TWD' };
  if (currency === 'CNY' && kana.test(text)) return { ...money, currency: 'JPY' };
  return bare ? { ...money, currency: 'ANY$' } : money;
}

function isNotable(money: Money, ruleset: Ruleset, places: PlaceSighting[]): boolean {
  const factor = money.period && PER_MONTH[money.period];
  if (factor === undefined) return false;
  const wage = yardstick(money, ruleset, places);
  if (wage === undefined) return false;
  const times = (money.low * factor) / wage;
  if (times > BEYOND_PAY) return false;
  return times >= NOTABLE || isBait(money, (money.high * factor) / wage);
}

/** A wide range by the day whose upper end is out of the ordinary. */
function isBait({ period, low, high }: Money, timesHigh: number): boolean {
  return period === 'day' && low > 0 && high >= WIDE_RANGE * low && timesHigh >= NOTABLE;
}

/** The ordinary monthly wage in the currency of the offer. */
function yardstick(money: Money, ruleset: Ruleset, places: PlaceSighting[]): number | undefined {
  const { wages, currencies } = ruleset.pay;
  const perUsd = (code: string) => currencies.find((currency) => currency.code === code)?.perUsd;
  const home = { USD: 'US', EUR: 'EU', ANY$: 'US' }[money.currency];
  const code = money.currency === 'ANY$' ? 'USD' : money.currency;
  if (!WORLDWIDE.has(code))
    return wages.find(({ currency }) => currency === money.currency)?.monthly;
  const rate = perUsd(code);
  if (rate === undefined) return undefined;
  const there = wages.filter(({ country }) =>
    places.some(({ place }) => place.country === country),
  );
  const inUsd = there.map(({ monthly, currency }) => monthly / (perUsd(currency) ?? Infinity));
  if (inUsd.length > 0) return Math.max(LEAST_WAGE, ...inUsd) * rate;
  const salaried = money.period === 'year' || money.period === 'hour';
  if (home && (salaried || money.currency !== 'USD'))
    return wages.find(({ country }) => country === home)?.monthly;
  return WORLD_WAGE * rate;
}
