/** Code points of the zeros of the decimal digits that posts are written with. */
const ZEROS = [
  0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50,
  0xed0, 0x1040, 0x17e0, 0xff10,
];

/** The zero of each 128 code points; none of them has two. */
const zeroOfPage = new Uint16Array(0x10000 >> 7);
for (const zero of ZEROS) zeroOfPage[zero >> 7] = zero;

/** Value of the decimal digit at `index` in any script, or -1. */
export function digitAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  const zero = zeroOfPage[code >> 7]!;
  return zero !== 0 && code >= zero && code < zero + 10 ? code - zero : -1;
}

/** Signs that may stand between the digits of a keycap emoji and are not part of the number. */
const isKeycap = (code: number): boolean => code === 0xfe0f || code === 0x20e3;

/** A run of digits: where it stands, and its digits as ASCII. */
export type DigitRun = { start: number; end: number; digits: string };

/** The digits at `index`, keycap emoji included; at most 40 are kept, all are passed over. */
export function digitRun(text: string, index: number): DigitRun {
  let digits = '';
  let end = index;
  for (let at = index; ; at++) {
    const value = digitAt(text, at);
    if (value >= 0) {
      if (digits.length < 40) digits += value;
      end = at + 1;
    } else if (end > index && isKeycap(text.charCodeAt(at))) end = at + 1;
    else return { start: index, end, digits };
  }
}
