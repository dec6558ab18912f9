import { describe, expect, it } from 'vitest';
import { resolveLink, unwrap } from './links.ts';

const REDIRECTORS = [{ url: 'l.site.test/l.php', param: 'u' }];
const wrapped = (target: string) => `https://l.site.test/l.php?u=${encodeURIComponent(target)}&h=1`;

describe('unwrap', () => {
  it('undoes redirectors of the site, also one inside another', () => {
    expect(unwrap(wrapped('https://t.me/hr'), REDIRECTORS)).toBe('https://t.me/hr');
    expect(unwrap(wrapped(wrapped('https://t.me/hr')), REDIRECTORS)).toBe('https://t.me/hr');
  });

  it('leaves alone what is no redirector, and targets that are no addresses', () => {
    const other = 'https://l.site.test/other?u=https%3A%2F%2Ft.me';
    expect(unwrap(other, REDIRECTORS)).toBe(other);
    expect(unwrap(wrapped('not an address'), REDIRECTORS)).toBe(wrapped('not an address'));
    expect(unwrap('::', REDIRECTORS)).toBe('::');
  });

  it('ends on a redirector that leads to itself', () => {
    let loop = 'https://t.me/hr';
    for (let depth = 0; depth < 20; depth++) loop = wrapped(loop);
    expect(unwrap(loop, REDIRECTORS)).toMatch(/^https:\/\/l\.site\.test/);
  });
});

describe('resolveLink', () => {
  it.each([
    ['/p/1', 'https://site.test/p/1'],
    ['https://wa.me/1', 'https://wa.me/1'],
    ['tel:+85512345678', 'tel:+85512345678'],
    ['tg://resolve?domain=hr', 'tg://resolve?domain=hr'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['http://[', undefined],
    [`https://site.test/${'x'.repeat(5_000)}`, undefined],
  ])('takes %s as %s', (href, expected) => {
    expect(resolveLink(href, 'https://site.test/list')).toBe(expected);
  });
});
