import { expect, test } from 'vitest';
import { PhraseError } from '#engine/phrases/errors.ts';
import { expandPhrase } from '#engine/phrases/syntax.ts';
import { refuseShort } from './short.ts';

const check = (line: string): void => {
  for (const pieces of expandPhrase(line)) refuseShort(line, pieces);
};

test('words of one or two letters are refused in scripts with word spaces', () => {
  for (const line of ['ot', 'от', 'wa*', '(epf|ot)', 'q q', 'né', '[very] ok', 'ہے'])
    expect(() => check(line), line).toThrow(PhraseError);
  expect(() => check('(socso|ot)')).toThrow('column 8 of "(socso|ot)": "ot": a word of one or two');
});

test('longer words, digits, and scripts of syllables or without word spaces are not', () => {
  for (const line of [
    'wa admin',
    'w2',
    'vip 1',
    't me',
    'ቻት',
    '티씨',
    'U结',
    '日结',
    'มา',
    'hr {2} ot',
  ])
    expect(() => check(line), line).not.toThrow();
});
