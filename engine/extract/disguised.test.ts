import { expect, test } from 'vitest';
import { findDisguises } from './disguised.ts';

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
