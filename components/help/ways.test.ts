import { describe, expect, it } from 'vitest';
import type { HelpAction } from '#schema/warning.ts';
import { shortAddress, waysOf } from './ways.ts';

const ways = (kind: HelpAction['kind'], value: string) =>
  waysOf({ id: 'x', kind, name: 'Office', purpose: 'Report a scam', value });

describe('waysOf', () => {
  it.each([
    ['997', [{ text: '997', href: 'tel:997' }]],
    ['+60 3-8887 4000', [{ text: '+60 3-8887 4000', href: 'tel:+60388874000' }]],
    ['(02) 8721 0619', [{ text: '(02) 8721 0619', href: 'tel:0287210619' }]],
    ['#9110', [{ text: '#9110', href: 'tel:%239110' }]],
    ['1506 (press 2)', [{ text: '1506', href: 'tel:1506', note: '(press 2)' }]],
    [
      '1348 (here); +63 2 1348 from abroad',
      [
        { text: '1348', href: 'tel:1348', note: '(here)' },
        { text: '+63 2 1348', href: 'tel:+6321348', note: 'from abroad' },
      ],
    ],
    ['ask at the desk', [{ text: 'ask at the desk' }]],
  ])('dials %s', (value, expected) => {
    expect(ways('call', value)).toEqual(expected);
  });

  it('opens only https addresses', () => {
    expect(ways('open', 'https://dmw.gov.ph/verify')[0]?.href).toBe('https://dmw.gov.ph/verify');
    for (const value of ['http://dmw.gov.ph/', 'javascript:alert(1)', 'https://a.example/"x'])
      expect(ways('open', value)).toEqual([{ text: value }]);
  });

  it('writes only to one plain mailbox', () => {
    expect(ways('write', 'help@mfa.example')[0]?.href).toBe('mailto:help@mfa.example');
    expect(ways('write', 'help@mfa.example?bcc=x@y.example')[0]?.href).toBeUndefined();
  });
});

describe('shortAddress', () => {
  it('leaves out scheme, www and a last slash', () => {
    expect(shortAddress('https://www.dmw.gov.ph/')).toBe('dmw.gov.ph');
    expect(shortAddress('1800-www')).toBe('1800-www');
  });
});
