import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Listing } from '#schema/listing.ts';
import { BundleError } from '../phrases/errors.ts';
import { buildIndicators, type Entry, type IndicatorSections } from './build.ts';
import { applyChanges } from './changes.ts';
import { normalForm } from './normal.ts';
import { IndicatorTable } from './table.ts';

const listing = (reason: string, expires = '2030-01-01'): Listing => ({
  source: 'maintainers',
  reason,
  case: `case of ${reason}`,
  date: '2026-01-01',
  expires,
});
const LISTINGS = [listing('fraud'), listing('old', '2026-06-01'), listing('fee')];
const DAY = '2026-11-26';

const build = (entries: readonly Entry[], listings = LISTINGS.length, salt = 7) =>
  buildIndicators(entries, entries.length, listings, salt);
const open = ({ indicators, owners }: IndicatorSections, day = DAY) =>
  new IndicatorTable(indicators, owners, LISTINGS, day);

const ENTRIES: Entry[] = [
  { type: 'domain', value: 'evil.example', listing: 0 },
  { type: 'domain', value: 'jobs.lure.example', listing: 2 },
  { type: 'domain', value: 'expired.example', listing: 1 },
  { type: 'url', value: 'host.example/bad/path', listing: 0 },
  { type: 'telegram', value: 'boss_hr', listing: 2 },
  { type: 'phone', value: '60123456789', listing: 0 },
  { type: 'email', value: 'hr@mail.example', listing: 0 },
  { type: 'wallet', value: 'TXyZ1234567890abcdefghijklmnopqrst', listing: 0 },
];
const table = open(build(ENTRIES));

describe('finds', () => {
  test.each([
    ['evil.example', 'evil.example'],
    ['www.evil.example', 'evil.example'],
    ['a.b.EVIL.example.', 'evil.example'],
    ['x.jobs.lure.example', 'jobs.lure.example'],
  ])('the host %s by %s', (host, value) => {
    expect(table.findHost(host)).toMatchObject({ type: 'domain', value });
  });

  test.each([
    ['telegram', '@Boss_HR', 2],
    ['phone', '+60 12-345 6789', 0],
    ['phone', '0060123456789', 0],
    ['email', 'HR@mail.example', 0],
    ['wallet', 'TXyZ1234567890abcdefghijklmnopqrst', 0],
    ['url', 'https://www.host.example/bad/path/?utm=1', 0],
  ] as const)('%s %s', (type, value, index) => {
    expect(table.find(type, value)?.listing).toEqual(LISTINGS[index]);
  });
});

describe('does not find', () => {
  test.each(['lure.example', 'notevil.example', 'evil.example.com', 'example', '', '.', 'evil'])(
    'the host %j',
    (host) => {
      expect(table.findHost(host)).toBeUndefined();
    },
  );

  test('a value of another type, or a wallet in other letters', () => {
    expect(table.find('line', 'boss_hr')).toBeUndefined();
    expect(table.find('wallet', 'txyz1234567890abcdefghijklmnopqrst')).toBeUndefined();
  });

  test('a listing that has expired, on the day after', () => {
    const entries = build(ENTRIES);
    expect(open(entries, '2026-06-01').findHost('expired.example')).toBeDefined();
    expect(open(entries, '2026-06-02').findHost('expired.example')).toBeUndefined();
  });

  test('anything in an empty table', () => {
    expect(open(build([])).findHost('evil.example')).toBeUndefined();
  });
});

const entries = fc.uniqueArray(
  fc.record({
    type: fc.constantFrom('domain', 'telegram', 'phone', 'url'),
    value: fc.string({ minLength: 1 }),
    listing: fc.nat(2),
  }),
  { selector: ({ type, value, listing: number }) => `${type} ${value} ${number}` },
) as fc.Arbitrary<Entry[]>;

test('the order of entries does not change a byte', () => {
  fc.assert(
    fc.property(entries, (list) => {
      expect(build(list.toReversed())).toEqual(build(list));
    }),
  );
});

test('everything listed is found, whatever else is listed', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const opened = open(build(list), '2026-01-01');
      for (const { type, value } of list)
        if (normalForm(type, value) === value) expect(opened.find(type, value)).toBeDefined();
    }),
  );
});

test('a changed table is the one that would be built anew, byte for byte', () => {
  fc.assert(
    fc.property(entries, fc.array(fc.boolean()), entries, (before, stay, more) => {
      const key = ({ type, value, listing: number }: Entry) => `${type} ${value} ${number}`;
      const kept = before.filter((_, at) => stay[at] ?? true);
      const known = new Set(before.map(key));
      const added = more.filter((entry) => !known.has(key(entry)));
      // A listing comes in front of the others, so that all the old ones get another number.
      const renumber = (entry: Entry) => ({ ...entry, listing: entry.listing + 1 });
      const after = [...kept.map(renumber), ...added];
      const changes = {
        removed: before.filter((_, at) => !(stay[at] ?? true)),
        added,
        renumbered: [1, 2, 3],
        listings: 4,
        salt: 7,
      };
      expect(applyChanges(build(before), changes)).toEqual(build(after, 4));
    }),
  );
});

test('a change of what is not listed is refused', () => {
  const changes = { added: [], renumbered: [0, 1, 2], listings: 3, salt: 7 };
  const removed: Entry[] = [{ type: 'domain', value: 'never.example', listing: 0 }];
  expect(() => applyChanges(build(ENTRIES), { ...changes, removed })).toThrow(BundleError);
  expect(() => applyChanges(build(ENTRIES), { ...changes, removed: [], salt: 8 })).toThrow(
    BundleError,
  );
});

test('damaged sections give a typed error or an answer, never anything else', () => {
  const whole = build(ENTRIES);
  const size = whole.indicators.length + whole.owners.length;
  fc.assert(
    fc.property(fc.nat(size - 1), fc.nat(7), fc.nat(size), (at, bit, length) => {
      const indicators = whole.indicators.slice(0, at % 5 === 0 ? length : undefined);
      const owners = whole.owners.slice();
      const victim = at < indicators.length ? indicators : owners;
      victim[at % Math.max(1, victim.length)]! ^= 1 << bit;
      try {
        const opened = open({ indicators, owners });
        for (const { type, value } of ENTRIES) opened.find(type, value);
        opened.findHost('a.b.c.d.evil.example');
      } catch (error) {
        expect(error).toBeInstanceOf(BundleError);
      }
    }),
    { numRuns: 300 },
  );
});
