import { expect, test } from 'vitest';
import { faultOf, ownersIn, readProtected } from '#listings/protected.ts';
import { RULES } from '../paths.ts';
import { saltFor } from './indicators.ts';
import { readTables } from './tables.ts';

const names = readProtected(RULES);

test.each([
  'google.com',
  'mail.google.com',
  't.me',
  'web.whatsapp.com',
  'bit.ly',
  'linktr.ee',
  'maybank2u.com.my',
  'harvard.edu',
  'com.my',
  'blogspot.com',
  'github.io',
])('%s can never be listed', (domain) => {
  expect(faultOf('domain', domain, names)).toMatch(/protected|public suffix/);
});

test.each([
  ['domain', 'bad-jobs.blogspot.com'],
  ['domain', 'bad-jobs.example.net'],
  ['url', 'google.com/maps/bad'],
  ['telegram', 'hr_boss'],
  ['phone', '85512345678'],
  ['email', 'hr@gmail.com'],
  ['wallet', 'TXYZabcdefghijkmnopqrstuvwxyz12345'],
] as const)('%s %s can', (type, value) => {
  expect(faultOf(type, value, names)).toBeUndefined();
});

test.each([
  ['domain', 'localhost'],
  ['domain', '192.0.2.1'],
  ['domain', 'two words.com'],
  ['url', 'google.com'],
  ['phone', '12'],
  ['email', 'nobody'],
  ['wallet', 'short'],
  ['telegram', 'x'],
] as const)('%s %s is none', (type, value) => {
  expect(faultOf(type, value, names)).toBeDefined();
});

test('sites that we read and offices that we name are protected by being in the rules', () => {
  const { sites, help } = readTables(RULES, []);
  const own = ownersIn(sites, help);
  for (const host of ['jobstreet.com', 'topcv.vn', 'glints.com', 'scamwatch.gov.au'])
    expect(faultOf('domain', host, own)).toMatch(/protected|public suffix/);
});

test('the salt spares every name of weight; what is listed itself is told', () => {
  const listing = {
    source: 'maintainers',
    reason: 'x',
    case: 'A',
    date: '2026-01-01',
    expires: '2099-01-01',
  };
  const entries = Array.from({ length: 2_000 }, (_, n) => ({
    listing: 'a',
    type: 'domain' as const,
    value: `name${n}.example.net`,
  }));
  const source = { salt: 0, listings: { a: listing }, entries };
  expect(saltFor(source, names)).toEqual({ salt: 0, listed: [] });
  expect(saltFor(source, ['www.name7.example.net', 'name.example.net']).listed).toEqual([
    'www.name7.example.net',
  ]);
});
