import { digitAt, digitRun } from './digits.ts';

/** A phone number in international form: `digits` are country code and number. */
export type Phone = { start: number; end: number; digits: string };

/** Finds numbers that begin with `+` and a country code. */
export function findPhones(text: string): Phone[] {
  const found: Phone[] = [];
  for (const plus of ['+', '＋'])
    for (let at = text.indexOf(plus); at >= 0; at = text.indexOf(plus, at + 1)) {
      const phone = phoneAt(text, at);
      if (phone) found.push(phone);
    }
  return found.sort((a, b) => a.start - b.start);
}

function phoneAt(text: string, start: number): Phone | undefined {
  let digits = '';
  let end = start + 1;
  for (let at = start + 1; digits.length <= 15; ) {
    if (digitAt(text, at) >= 0) {
      const run = digitRun(text, at);
      digits += run.digits;
      at = end = run.end;
    } else if (/[\s().\-‑–]/.test(text[at] ?? 'x') && text[at] !== '\n' && at - end < 2) at++;
    else break;
  }
  const plausible = digits.length >= 8 && digits.length <= 15 && digits[0] !== '0';
  return plausible ? { start, end, digits } : undefined;
}
