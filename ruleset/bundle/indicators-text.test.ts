import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleSource } from '#engine/testing/example.ts';
import { TextError } from './errors.ts';
import { readIndicatorsText, writeIndicatorsText } from './indicators-text.ts';

const { indicators } = exampleSource;
const text = writeIndicatorsText(indicators);
const another = text.split('\n')[1]!.replace('an example', 'another');

test('what is written is read again', () => {
  expect(readIndicatorsText(text)).toEqual(indicators);
});

test('is text that anybody can read', () => {
  expect(text).toBe(
    [
      '{"format":1,"salt":0}',
      '!a {"case":"example","date":"2026-01-01","expires":"2027-01-01","reason":"an example","source":"maintainers"}',
      'a telegram example_listed',
      '',
    ].join('\n'),
  );
});

test.each([
  ['a party of no listing', text.replace('\na ', '\nb '), 'bad-record'],
  ['a party of no known type', text.replace('telegram', 'pigeon'), 'bad-record'],
  ['a value with a space', text.replace('example_listed', 'example listed'), 'bad-record'],
  ['a listing without reason', text.replace('"reason":"an example",', ''), 'bad-record'],
  ['a listing twice', text.replace('\na ', `\n${another}\na `), 'bad-record'],
  ['a later format', text.replace('"format":1', '"format":2'), 'newer-format'],
  ['a salt beyond 32 bits', text.replace('"salt":0', '"salt":4294967296'), 'bad-record'],
  ['another page', '<!doctype html>\n', 'not-canonical'],
])('refuses %s', (_, damaged, code) => {
  expect(damaged).not.toBe(text);
  expect(() => readIndicatorsText(damaged)).toThrow(expect.objectContaining({ code }));
});

test('any text gives a typed error', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (lines) => {
      expect(() => readIndicatorsText(`${lines.join('\n')}\n`)).toThrow(TextError);
    }),
  );
});
