import { expect, test } from 'vitest';
import { findDisguises, hidesLetters } from './disguised.ts';

test.each(['пpодaжa', 'рaбoтa', 'te\u200ble\u200bgram'])('finds %j', (word) => {
  const text = `Ищем: ${word}!`;
  expect(findDisguises(text)).toEqual([{ start: 6, end: 6 + word.length }]);
});

test.each(['SMMщик', 'IT-специалист', 'работа', 'telegram', 'ភាសា\u200bខ្មែរ'])(
  'leaves %j alone',
  (word) => {
    expect(findDisguises(word)).toEqual([]);
  },
);

test.each(['h1gh salary', '$alary', 'j0b offer', '补*单', '柬★埔★寨'])(
  'sees letters hidden in %j',
  (quote) => {
    expect(hidesLetters(quote)).toBe(true);
  },
);

test.each([
  'B2B sales',
  'covid19',
  '4x4',
  'mp3',
  'k8s',
  '$500 a day',
  'high-paying',
  'fly 🔥 today!',
  '𝐇𝐢𝐠𝐡 𝐬𝐚𝐥𝐚𝐫𝐲',
  '包吃、包住',
  '底薪+提成',
  '35岁以下',
  '包吃 包住',
  'SMMщик',
])('sees none in %j', (quote) => {
  expect(hidesLetters(quote)).toBe(false);
});
