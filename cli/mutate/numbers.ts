/** Digits as pictures and in circles. */
import { wordMutation } from './mutation.ts';
import { numbersOf } from './words.ts';

const STYLES: ((digit: number) => string)[] = [
  (digit) => `${digit}\ufe0f\u20e3`, // 5️⃣
  (digit) => (digit === 0 ? '⓪' : String.fromCodePoint(0x245f + digit)), // ⑤
  (digit) => (digit === 0 ? '⓿' : String.fromCodePoint(0x2775 + digit)), // ❺
  (digit) => String.fromCodePoint(0xff10 + digit), // ５
  (digit) => String.fromCodePoint(0x1d7ce + digit), // 𝟓
  (digit) => String.fromCodePoint(0x1d7ec + digit), // 𝟱
];

export const emojiDigits = wordMutation(
  {
    id: 'emoji-digits',
    says: 'digits as emoji, in circles, bold or full-width: 5️⃣0️⃣0️⃣ ⑤⓪⓪',
    takes: () => true,
    edit(number, random) {
      const style = random.pick(STYLES);
      return number.replace(/\d/g, (digit) => style(Number(digit)));
    },
  },
  numbersOf,
);
