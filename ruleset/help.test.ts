import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import english from '#locales/en.json' with { type: 'json' };
import { HelpSource } from '#schema/rules.ts';
import { helpFor } from './help.ts';

const help = globSync('rules/help/*.yaml').flatMap((file) =>
  (parse(readFileSync(file, 'utf8')) as unknown[]).map((entry) => HelpSource.parse(entry)),
);
const reader = (country?: string, language = 'en') => ({ strings: english, language, country });
const of = (scheme: string | undefined, country?: string) =>
  helpFor(scheme, help, reader(country)).map(({ id }) => help.find((entry) => entry.id === id)!);
const countries = [...new Set(help.map(({ country }) => country))];

describe('helpFor', () => {
  it('puts trafficking and consular lines first where people are taken away', () => {
    expect(of('forced-scam-work', 'PH')[0]?.kind).toBe('anti-trafficking');
    expect(of('forced-scam-work', 'VN')[0]?.kind).toBe('consular');
  });

  it('puts the anti-scam line first where money is at stake', () => {
    expect(helpFor('task-scam', help, reader('MY'))[0]).toMatchObject({
      kind: 'call',
      value: '997',
      purpose: 'Report a scam or stop a payment',
      seen: '2026-03-03',
    });
  });

  it('puts the register of agencies first for a false agency', () => {
    expect(of('fake-agency', 'PH').map(({ kind }) => kind)).toContain('verify-agency');
    expect(of('fake-agency', 'PH')[0]?.kind).toBe('verify-job-order');
  });

  it.each(countries)('gives %s at most four ways, one of them to verify', (country) => {
    for (const scheme of ['forced-scam-work', 'fake-agency', 'task-scam']) {
      const chosen = of(scheme, country);
      expect(chosen.length).toBeLessThanOrEqual(4);
      if (country !== 'EU')
        expect(chosen.some(({ kind }) => kind.startsWith('verify-'))).toBe(true);
    }
  });

  it('never offers a stale or unconfirmed entry, nor an address that is not encrypted', () => {
    const offered = [...countries, undefined].flatMap((country) =>
      ['forced-scam-work', 'fake-agency', 'task-scam', undefined].flatMap((scheme) =>
        helpFor(scheme, help, reader(country)),
      ),
    );
    const sources = offered.map(({ id }) => help.find((entry) => entry.id === id)!);
    expect(sources.filter(({ stale, confidence }) => stale || confidence === 'one-page')).toEqual(
      [],
    );
    expect(offered.filter(({ kind, value }) => kind === 'open' && !/^https:/.test(value))).toEqual(
      [],
    );
  });

  it('falls back to the union for its members and to international help elsewhere', () => {
    expect(of('task-scam', 'PT').map(({ country }) => country)).toEqual(['EU', 'XX']);
    expect(of('task-scam', 'PE').map(({ country }) => country)).toEqual(['XX']);
    expect(of('task-scam').map(({ country }) => country)).toEqual(['XX']);
  });

  it('names an office as it calls itself, in English only for readers of English', () => {
    expect(helpFor('task-scam', help, reader('MY', 'ms'))[0]?.name).toContain('Pusat Respons');
    expect(helpFor('task-scam', help, reader('MY'))[0]?.name).toContain('National Scam');
  });
});

it('has each id once, beginning with the country of its file', () => {
  for (const file of globSync('rules/help/*.yaml'))
    for (const entry of parse(readFileSync(file, 'utf8')) as HelpSource[]) {
      expect(file.endsWith(`${entry.country}.yaml`)).toBe(true);
      expect(entry.id.startsWith(`${entry.country.toLowerCase()}-`)).toBe(true);
    }
  expect(new Set(help.map(({ id }) => id)).size).toBe(help.length);
});
