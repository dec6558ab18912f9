import { digitAt } from './digits.ts';
import {
  impliedCurrencies,
  leadingMultipliers,
  multiplierWords,
  notPay,
  upToEndings,
  upToWords,
} from './money-words.ts';
import { MAX_NUMBERS, Numbers, type NumberToken } from './numbers.ts';
import { findRate, type Period, type Rate } from './periods.ts';
import type { WordHit, WordTable } from './words.ts';

/** An amount of money; a range keeps both ends, a single amount has `low === high`. */
export type Money = {
  start: number;
  end: number;
  low: number;
  high: number;
  currency: string;
  period?: Period;
  /** How many of the period the amount is for, where not one: "in 2 days". */
  count?: number;
  /** Only a most is named: "up to 5,000". */
  upTo?: boolean;
};
/** An amount that stands in words: "five thousand", 三万. */
export type WrittenAmount = { start: number; end: number; value: number };
/** Signs, codes and words of the currencies, from `rules/pay/currencies.yaml`. */
export type CurrencyWords = WordTable<string>;

const between =
  /^\s*(?:[-–—~～∼〜]+|to|sampai|hingga|s\/d|sd|đến|den|tới|ถึง|至|到|a|à|y|até|hasta|до|se|से|থেকে|-to-|bis|do|ile|până|hadi|إلى|الى|ከ|እስከ)\s*$/iu;

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
    const money = rated(text, second ? rangeOf(first, second) : single(first));
    if (money) found.push(money);
    at = numbers.next((second ?? first).end);
  }
  return found;
}

/** Nouns that a large number without a currency counts: people, times, copies. */
const counted = /[人名次個个户戶家平字辆輛粉份台套部명권大件单單位篇条條年月岁歲株头头群]/;

type Amount = {
  start: number;
  end: number;
  value: number;
  factor: number;
  currency?: string;
  /** Stands with "k", which names a currency only together with the language of the rate. */
  thousands?: boolean;
};

function readAmount(text: string, number: NumberToken, currencies: CurrencyWords): Amount {
  const lead = number.isWritten ? undefined : leadBefore(text, number.start);
  const numberStart = lead?.start ?? number.start;
  const before = currencyBefore(text, { ...number, start: numberStart }, currencies);
  const plus = text[number.end] === '+' ? number.end + 1 : number.end;
  const multiplier = multiplierWords.startingAt(text, skip(text, plus));
  const second = multiplier && multiplierWords.startingAt(text, skip(text, multiplier.end));
  const factor = (multiplier?.value ?? lead?.value ?? 1) * (second?.value ?? 1);
  const unitEnd = second?.end ?? multiplier?.end ?? number.end;
  const plusAfter = text[unitEnd] === '+' ? unitEnd + 1 : unitEnd;
  const dotAfter = multiplier && text[plusAfter] === '.' ? plusAfter + 1 : plusAfter;
  const after = currencies.startingAt(text, skip(text, dotAfter));
  const implied = impliedBy(text, number, multiplier ?? lead);
  const currency = pick(before, after) ?? implied?.value;
  return {
    start: before && currency === before.value ? before.start : numberStart,
    end: after ? after.end : unitEnd,
    value: number.value * factor,
    factor,
    ...(currency === undefined ? {} : { currency }),
    ...(multiplier && /^(?:k|ribu)$/i.test(text.slice(multiplier.start, multiplier.end))
      ? { thousands: true }
      : {}),
  };
}

/** A sign, code or word before the number; a lone letter must be a capital and name no part: `P2P`. */
function currencyBefore(
  text: string,
  { start, end }: NumberToken,
  currencies: CurrencyWords,
): WordHit<string> | undefined {
  const hit = currencies.endingAt(text, skipBack(text, start));
  if (hit && /^[a-z]$/i.test(text.slice(hit.start, hit.end)))
    return /[A-Z]/.test(text[hit.start]!) && !/[a-jl-z]/i.test(text[end] ?? ' ') ? hit : undefined;
  return hit;
}

/** "elfu 50"; never where a number stands before the word, since it belongs to that one. */
function leadBefore(text: string, start: number): WordHit<number> | undefined {
  const lead = leadingMultipliers.endingAt(text, skipBack(text, start));
  return lead && digitAt(text, skipBack(text, lead.start) - 1) < 0 ? lead : undefined;
}

function impliedBy(
  text: string,
  number: NumberToken,
  multiplier: WordHit<number> | undefined,
): WordHit<string> | undefined {
  if (counted.test(text[multiplier?.end ?? number.end] ?? '')) return undefined;
  if (multiplier) return impliedCurrencies.startingAt(text, multiplier.start);
  return number.isWritten ? impliedCurrencies.endingAt(text, number.end) : undefined;
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

type Unrated = Omit<Money, 'currency'> & { currency?: string; thousands?: boolean };

function rangeOf(first: Amount, second: Amount): Unrated {
  const { currency = first.currency, thousands = first.thousands } = second;
  const low =
    first.factor === 1 && first.value < second.value / 10
      ? first.value * second.factor
      : first.value;
  return {
    start: first.start,
    end: second.end,
    low: Math.min(low, second.value),
    high: Math.max(low, second.value),
    ...(currency === undefined ? {} : { currency }),
    ...(thousands ? { thousands } : {}),
  };
}

function single({ value, factor, ...amount }: Amount): Unrated {
  return { ...amount, low: value, high: value };
}

/** Adds what the amount is counted by, and drops what has no currency. */
function rated(text: string, { thousands, ...amount }: Unrated): Money | undefined {
  if (amount.currency === undefined && !thousands) return undefined;
  const rate = findRate(text, amount.start, amount.end);
  const currency = amount.currency ?? (rate && currencyOfThousands(rate, amount.low));
  if (currency === undefined) return undefined;
  const start = Math.min(amount.start, rate?.start ?? amount.start);
  const end = Math.max(amount.end, rate?.end ?? amount.end);
  const money: Money = { ...amount, currency };
  if (money.low === money.high && isMost(text, amount, start)) money.upTo = true;
  if (!rate || isOther(text, start, amount.start, end)) return money;
  money.period = rate.period;
  if (rate.count !== 1) money.count = rate.count;
  return { ...money, start, end };
}

/**
 * "500k a day" names no currency, but "500k/ngày" is Vietnamese. Malay and Indonesian share their
 * words: no Indonesian is paid 8k a month, and no Malaysian 100k a day.
 */
function currencyOfThousands({ language, period }: Rate, low: number): string | undefined {
  if (language === 'vi') return 'VND';
  if (language === 'zh') return 'CNY';
  if (language !== 'ms') return undefined;
  if (period === 'month') return low < 100_000 ? 'MYR' : 'IDR';
  return low >= 50_000 ? 'IDR' : undefined;
}

/** A single amount behind "up to" says what the best may get, not what one gets. */
function isMost(text: string, amount: { start: number; end: number }, rateStart: number): boolean {
  if (upToEndings.startingAt(text, skip(text, amount.end))) return true;
  if (upToWords.endingAt(text, skipBack(text, amount.start))) return true;
  for (let back = 0; back <= 2; back++)
    if (upToWords.endingAt(text, skipBack(text, rateStart) - back)) return true;
  return false;
}

/** Words of another clause do not count; those of the amount's own say that it is no pay. */
function isOther(text: string, start: number, amountStart: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 14), amountStart).split(/[\n.;!?。！？，,、；]/);
  const after = text.slice(end, end + 8).split(/[\n.;!?。！？|,，、；+＋(（加另含和及]/);
  return notPay.test(`${before.at(-1)}\n${after[0]}`.normalize('NFC'));
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
