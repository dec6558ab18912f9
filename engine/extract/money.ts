import {
  impliedCurrencies,
  multiplierWords,
  type Period,
  periodWords,
  upToEndings,
  upToWords,
} from './money-words.ts';
import { MAX_NUMBERS, Numbers, type NumberToken } from './numbers.ts';
import type { WordHit, WordTable } from './words.ts';

/** An amount of money; a range keeps both ends, a single amount has `low === high`. */
export type Money = {
  start: number;
  end: number;
  low: number;
  high: number;
  currency: string;
  period?: Period;
  /** Only a most is named: "up to 5,000". */
  upTo?: boolean;
};
/** An amount that stands in words: "five thousand", 三万. */
export type WrittenAmount = { start: number; end: number; value: number };
/** Signs, codes and words of the currencies, from `rules/pay/currencies.yaml`. */
export type CurrencyWords = WordTable<string>;

/** How far from an amount its period may stand. */
const PERIOD_WINDOW = 22;
const stops = /[\n\r.;!?。！？|•,，、]/;
const between =
  /^\s*(?:-|–|—|~|～|∼|to|sampai|hingga|s\/d|sd|đến|den|tới|ถึง|至|到|a|à|até|hasta|до|से|থেকে|-to-)\s*$/iu;

/** Finds every amount with a currency; numbers without one are no money. */
export function findMoney(
  text: string,
  currencies: CurrencyWords,
  written: readonly WrittenAmount[] = [],
): Money[] {
  const found: Money[] = [];
  const numbers = new Numbers(text, written);
  let read = 0;
  for (let at = numbers.next(0); at >= 0 && read < MAX_NUMBERS; read++) {
    const first = readAmount(text, numbers.at(at), currencies);
    const nextStart = numbers.next(first.end);
    const joined =
      nextStart >= 0 &&
      nextStart - first.end <= 10 &&
      between.test(beforeAmount(text, first.end, nextStart, currencies));
    const second = joined ? readAmount(text, numbers.at(nextStart), currencies) : undefined;
    const money = second ? rangeOf(first, second) : single(first);
    if (money) found.push(withPeriod(text, withLimit(text, money)));
    at = numbers.next((second ?? first).end);
  }
  return found;
}

/** Nouns that a large number without a currency counts: people, times, copies. */
const counted = /[人名次个個户戶家平字辆輛粉份台套部명권大]/;

type Amount = { start: number; end: number; value: number; factor: number; currency?: string };

function readAmount(text: string, number: NumberToken, currencies: CurrencyWords): Amount {
  const before = currencies.endingAt(text, skipBack(text, number.start));
  const plus = text[number.end] === '+' ? number.end + 1 : number.end;
  const multiplier = multiplierWords.startingAt(text, skip(text, plus));
  const second = multiplier && multiplierWords.startingAt(text, skip(text, multiplier.end));
  const factor = (multiplier?.value ?? 1) * (second?.value ?? 1);
  const unitEnd = second?.end ?? multiplier?.end ?? number.end;
  const plusAfter = text[unitEnd] === '+' ? unitEnd + 1 : unitEnd;
  const after = currencies.startingAt(text, skip(text, plusAfter));
  const unit = multiplier ?? { start: number.end, end: number.end };
  const implied = counted.test(text[unit.end] ?? '')
    ? undefined
    : multiplier
      ? impliedCurrencies.startingAt(text, multiplier.start)
      : number.isWritten && impliedCurrencies.endingAt(text, number.end);
  const currency = pick(before, after) ?? (implied || undefined)?.value;
  return {
    start: before && currency === before.value ? before.start : number.start,
    end: after ? after.end : unitEnd,
    value: number.value * factor,
    factor,
    ...(currency === undefined ? {} : { currency }),
  };
}

/** A code or word after the number names the currency closer than a bare sign before it. */
function pick(before?: WordHit<string>, after?: WordHit<string>): string | undefined {
  if (before && after) return before.end - before.start > 1 ? before.value : after.value;
  return before?.value ?? after?.value;
}

/** The text between two amounts without the second one's own currency sign. */
function beforeAmount(text: string, from: number, to: number, currencies: CurrencyWords): string {
  const sign = currencies.endingAt(text, skipBack(text, to));
  return text.slice(from, sign && sign.start >= from ? sign.start : to);
}

function rangeOf(first: Amount, second: Amount): Money | undefined {
  const currency = second.currency ?? first.currency;
  if (currency === undefined) return undefined;
  const low =
    first.factor === 1 && first.value < second.value / 10
      ? first.value * second.factor
      : first.value;
  return {
    start: first.start,
    end: second.end,
    low: Math.min(low, second.value),
    high: Math.max(low, second.value),
    currency,
  };
}

function single(amount: Amount): Money | undefined {
  const { start, end, value, currency } = amount;
  return currency === undefined ? undefined : { start, end, low: value, high: value, currency };
}

/** A single amount behind "up to" says what the best may get, not what one gets. */
function withLimit(text: string, money: Money): Money {
  if (money.low !== money.high) return money;
  const before = upToWords.endingAt(text, skipBack(text, money.start));
  const after = upToEndings.startingAt(text, skip(text, money.end));
  return before || after ? { ...money, upTo: true } : money;
}

/** Looks for a period after the amount, then before it, within the sentence. */
function withPeriod(text: string, money: Money): Money {
  const after = cut(text.slice(money.end, money.end + PERIOD_WINDOW), false);
  for (let index = 0; index < after.length; index++) {
    const hit =
      startsWord(text, money.end + index) && periodWords.startingAt(text, money.end + index);
    if (hit && hit.end <= money.end + after.length)
      return { ...money, end: hit.end, period: hit.value };
  }
  const before = cut(text.slice(Math.max(0, money.start - PERIOD_WINDOW), money.start), true);
  for (let index = money.start; index > money.start - before.length; index--) {
    const hit = periodWords.endingAt(text, index);
    if (hit && hit.start >= money.start - before.length)
      return { ...money, start: hit.start, period: hit.value };
  }
  return money;
}

const startsWord = (text: string, index: number): boolean =>
  !(
    /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(text[index - 1] ?? ' ') &&
    /\p{L}/u.test(text[index] ?? ' ')
  );

/** The part of a window that belongs to the same clause as the amount. */
function cut(window: string, before: boolean): string {
  const parts = window.split(stops);
  return (before ? parts.at(-1) : parts[0]) ?? '';
}

const skip = (text: string, index: number): number => (isSpace(text, index) ? index + 1 : index);
const skipBack = (text: string, index: number): number => {
  let at = index;
  for (
    let step = 0;
    step < 2 && (isSpace(text, at - 1) || text[at - 1] === '.' || text[at - 1] === ':');
    step++
  )
    at--;
  return at;
};
const isSpace = (text: string, index: number): boolean => {
  const char = text[index];
  return char === ' ' || char === '\u00a0' || char === '\u202f';
};
