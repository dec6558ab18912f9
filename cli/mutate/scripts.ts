/** What only some scripts allow: other characters for the same word, marks left out. */
import { Converter } from 'opencc-js';
import type { Mutation } from './mutation.ts';
import { wordMutation } from './mutation.ts';

type Convert = (text: string) => string;

/** The dictionaries are large: opened at first use. */
function lazily(open: () => Convert): Convert {
  let convert: Convert | undefined;
  return (text) => {
    convert ??= open();
    return convert(text);
  };
}
const toTraditional = lazily(() => Converter({ from: 'cn', to: 'tw' }));
const toSimplified = lazily(() => Converter({ from: 'tw', to: 'cn' }));

const TONES = /[\u0e48-\u0e4b\u0ec8-\u0ecb]/g;
const bare = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

const changing = (id: string, says: string, change: Convert): Mutation =>
  wordMutation({ id, says, takes: (word) => change(word) !== word, edit: change });

export const traditional = changing(
  'traditional',
  'traditional Chinese characters for simplified ones',
  (word) => (/\p{sc=Han}/u.test(word) ? toTraditional(word) : word),
);
export const simplified = changing(
  'simplified',
  'simplified Chinese characters for traditional ones',
  (word) => (/\p{sc=Han}/u.test(word) ? toSimplified(word) : word),
);
export const noAccents = changing(
  'no-accents',
  'Latin letters without accents: viec nhe luong cao',
  (word) => (/^[\p{sc=Latn}\p{M}]+$/u.test(word) ? bare(word) : word),
);
export const noTones = changing('no-tones', 'Thai and Lao without tone marks', (word) =>
  word.replace(TONES, ''),
);
