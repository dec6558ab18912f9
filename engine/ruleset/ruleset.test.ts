import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalForm } from '../indicators/normal.ts';
import { judge } from '../judge.ts';
import { BundleError } from '../phrases/errors.ts';
import { exampleSource } from '../testing/example.ts';
import { compileRuleset, compileWithIndicators } from './compile.ts';
import { openRuleset, verifyRuleset } from './open.ts';

const bytes = compileRuleset(exampleSource);
const post = {
  site: 'text',
  key: '1',
  kind: 'text',
  url: '',
  text: 'strong one, KK Park, RM 9,000 monthly, @example_listed',
  links: [],
  partial: false,
} as const;

test('the same source gives the same bytes, whatever the order of its keys', () => {
  const turned = {
    ...exampleSource,
    signals: Object.fromEntries(Object.entries(exampleSource.signals).reverse()),
    schemes: Object.fromEntries(Object.entries(exampleSource.schemes).reverse()),
  };
  expect(compileRuleset(turned)).toEqual(bytes);
});

test('opens what was compiled, also in the middle of a larger buffer', () => {
  const buffer = new Uint8Array(bytes.length + 3);
  buffer.set(bytes, 3);
  const ruleset = openRuleset(buffer.subarray(3));
  verifyRuleset(buffer.subarray(3));
  expect(ruleset.version).toBe('example');
  expect(judge({ ...post, links: [] }, ruleset).findings.map(({ signal }) => signal)).toContain(
    'listed-party',
  );
});

test.each([
  ['https://www.example.net/Jobs/', 'Write at example.net/jobs/7 today'],
  ['example.net/jobs?from=list#top', 'Write at https://www.example.net/jobs today'],
])('finds the listed address %s in: %s', (value, text) => {
  const entries = [{ listing: 'a', type: 'url' as const, value: normalForm('url', value) }];
  const indicators = { ...exampleSource.indicators, entries };
  const ruleset = openRuleset(compileRuleset({ ...exampleSource, indicators }));
  const { findings } = judge({ ...post, text, links: [] }, ruleset);
  expect(findings.map(({ signal }) => signal)).toContain('listed-party');
});

test('other listed parties give the bytes that all of it would give, compiled anew', () => {
  const release = { ...exampleSource.release, serial: 2 };
  const entries = [{ listing: 'a', type: 'domain' as const, value: 'other.example' }];
  const indicators = { ...exampleSource.indicators, entries, salt: 3 };
  expect(compileWithIndicators(bytes, { release, indicators })).toEqual(
    compileRuleset({ ...exampleSource, release, indicators }),
  );
  const damaged = bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte));
  expect(() => compileWithIndicators(damaged, exampleSource)).toThrow(BundleError);
});

test('leaves out signals that need a newer engine', () => {
  const signals = {
    ...exampleSource.signals,
    'strong-one': { ...exampleSource.signals['strong-one']!, minEngine: 99 },
  };
  const ruleset = openRuleset(compileRuleset({ ...exampleSource, signals }));
  expect(ruleset.signals.map(({ id }) => id)).not.toContain('strong-one');
});

/** Opens, verifies and judges; only a typed error may come out. */
function feed(data: Uint8Array): boolean {
  try {
    judge({ ...post, links: [] }, openRuleset(data));
    verifyRuleset(data);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(BundleError);
    return false;
  }
}

test('any bytes give a typed error', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (data) => {
      expect(feed(data)).toBe(false);
    }),
  );
});

test('every cut gives a typed error', () => {
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), (length) => {
      expect(feed(bytes.slice(0, length))).toBe(false);
    }),
  );
});

/** The table at the head is small, and worth as many tries as all the rest. */
const places = fc.oneof(fc.nat(200), fc.nat(bytes.length - 1));

test('a changed byte is found by verifying, and never does worse than a typed error', () => {
  fc.assert(
    fc.property(places, fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = bytes.slice();
      damaged[at]! ^= change;
      const passed = feed(damaged);
      // Bytes of padding between sections belong to nothing.
      if (passed) expect(bytes[at]).toBe(0);
    }),
    { numRuns: 60 },
  );
});
