import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#engine/ruleset/canonical.ts';
import { compileRuleset } from '#engine/ruleset/compile.ts';
import { exampleSource } from '#engine/testing/example.ts';
import { TextError, type TextFault } from './errors.ts';
import { readRulesText, writeRulesText } from './rules-text.ts';

const text = writeRulesText(exampleSource);
const [head = '', ...lines] = text.trimEnd().split('\n');
const withLines = (...more: string[]) => `${[head, ...[...lines, ...more].sort()].join('\n')}\n`;
const withHead = (change: object) =>
  `${[canonicalJson({ ...JSON.parse(head), ...change }), ...lines].join('\n')}\n`;

function faultOf(read: () => unknown): TextFault | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(TextError);
    return (error as TextError).code;
  }
}

test('what is written is read again, and gives the same compiled bytes', () => {
  const read = { ...readRulesText(text), indicators: exampleSource.indicators };
  expect(writeRulesText(read)).toBe(text);
  expect(compileRuleset(read)).toEqual(compileRuleset(exampleSource));
});

test('the same source gives the same text, whatever the order of its keys', () => {
  const signals = Object.fromEntries(Object.entries(exampleSource.signals).reverse());
  expect(writeRulesText({ ...exampleSource, signals })).toBe(text);
});

test('what needs a newer engine is left out, with its phrases; the rest is read', () => {
  const newer = withLines(
    '["signals","from-the-future",{"kind":"omen","matchers":["dreams"],"minEngine":99}]',
    '["phrases","from-the-future","en","hello"]',
    '["schemes","of-the-future",{"minEngine":99,"points":"many"}]',
  );
  expect(readRulesText(newer)).toEqual(readRulesText(text));
});

test.each<[string, string, TextFault]>([
  [
    'a form of its own without a newer engine',
    withLines('["signals","odd",{"kind":"omen","minEngine":1}]'),
    'bad-record',
  ],
  ['a cut text', text.slice(0, -20), 'not-canonical'],
  ['lines out of order', `${[head, ...lines.toReversed()].join('\n')}\n`, 'not-canonical'],
  ['a line twice', `${[head, lines[0], ...lines].join('\n')}\n`, 'not-canonical'],
  ['double keys', text.replace('{"date"', '{"date":"2020-01-01","date"'), 'not-canonical'],
  ['a space', text.replace('","', '", "'), 'not-canonical'],
  [
    'a huge whole number',
    text.replace('"serial":1', '"serial":12345678901234567890'),
    'not-canonical',
  ],
  ['a page of a captive portal', '<!doctype html>\n<title>Log in</title>\n', 'not-canonical'],
  ['a later format', withHead({ format: 2 }), 'newer-format'],
  ['a head without serial', withHead({ serial: undefined }), 'bad-record'],
  ['a broken serial', withHead({ serial: -1 }), 'bad-record'],
  ['an unknown section', withLines('["code","run","alert(1)"]'), 'bad-record'],
  ['a second scheme of a name', withLines(schemeAgain()), 'bad-record'],
  ['phrases of no signal', withLines('["phrases","no-such","en","hello"]'), 'bad-record'],
  ['an id that is none', withLines('["phrases","__proto__","en","hello"]'), 'bad-record'],
  ['a language that is none', withLines('["phrases","weak-one","__proto__","x"]'), 'bad-record'],
])('refuses %s', (_, damaged, fault) => {
  expect(damaged).not.toBe(text);
  expect(faultOf(() => readRulesText(damaged))).toBe(fault);
});

function schemeAgain(): string {
  const line = lines.find((each) => each.startsWith('["schemes","example"'))!;
  return line.replace('"harm":5', '"harm":6');
}

test('any text gives a typed error', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.json()), (first, rest) => {
      expect(faultOf(() => readRulesText(`${[first, ...rest].join('\n')}\n`))).toBeDefined();
    }),
  );
});

test('a changed character gives a typed error or another ruleset, never another exception', () => {
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom(...'"[]{},:a1\n\\é'), (at, change) => {
      const damaged = text.slice(0, at) + change + text.slice(at + 1);
      const fault = faultOf(() => readRulesText(damaged));
      if (fault === undefined) expect(writeRulesText(readRulesText(damaged))).toBe(damaged);
    }),
    { numRuns: 300 },
  );
});
