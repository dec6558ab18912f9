import { describe, expect, it } from 'vitest';
import type { Adapter } from '#schema/adapter.ts';
import { adapterFor, matchesPattern } from './sites.ts';

const covers = (pattern: string, url: string) => matchesPattern(pattern, new URL(url));

describe('matchesPattern', () => {
  it.each([
    ['https://t.me/s/*', 'https://t.me/s/channel?before=5', true],
    ['https://t.me/s/*', 'https://t.me/channel', false],
    ['https://t.me/s/*', 'http://t.me/s/channel', false],
    ['*://t.me/s/*', 'http://t.me/s/channel', true],
    ['*://*/*', 'file:///etc/hosts', false],
    ['https://*.indeed.com/*', 'https://indeed.com/', true],
    ['https://*.indeed.com/*', 'https://my.indeed.com/jobs#a', true],
    ['https://*.indeed.com/*', 'https://notindeed.com/', false],
    ['https://*.indeed.com/*', 'https://indeed.com.evil.example/', false],
    ['https://a.example/x*y*z', 'https://a.example/x1y2z', true],
    ['https://a.example/x*yz', 'https://a.example/xyz', true],
    ['https://a.example/xy*yz', 'https://a.example/xyz', false],
    ['https://a.example/x', 'https://a.example/x/', false],
    ['<all_urls>', 'https://a.example/', false],
    ['https://', 'https://a.example/', false],
  ])('%s on %s: %s', (pattern, url, expected) => {
    expect(covers(pattern, url)).toBe(expected);
  });
});

it('chooses the first adapter that covers an address, and none for what is no address', () => {
  const site = (id: string, ...match: string[]) => ({ id, match }) as Adapter;
  const sites = [site('s', 'https://t.me/s/*'), site('t', 'https://t.me/*')];
  expect(adapterFor('https://t.me/s/a', sites)?.id).toBe('s');
  expect(adapterFor('https://t.me/a', sites)?.id).toBe('t');
  expect(adapterFor('https://other.example/', sites)).toBeUndefined();
  expect(adapterFor('not an address', sites)).toBeUndefined();
});
