import { describe, expect, it } from 'vitest';
import { lookUp } from './translate.ts';

const strings = {
  plain: 'Why?',
  named: 'Seen on {site}, {site} again, {other}',
  'posts#one': '{count} post',
  'posts#few': '{count} posta',
  'posts#other': '{count} posts',
};

describe('lookUp', () => {
  it('fills placeholders and leaves unknown ones visible', () => {
    expect(lookUp(strings, 'named', { site: 'X' })).toBe('Seen on X, X again, {other}');
  });

  it('chooses the plural form of the language, falling back to other', () => {
    expect(lookUp(strings, 'posts', { count: 1 })).toBe('1 post');
    expect(lookUp(strings, 'posts', { count: 3 })).toBe('3 posts');
    expect(lookUp(strings, 'posts', { count: 3 }, 'ru')).toBe('3 posta');
    expect(lookUp(strings, 'posts', { count: 5 }, 'ru')).toBe('5 posts');
  });

  it('takes values as text, whatever they hold', () => {
    expect(lookUp(strings, 'named', { site: '$& {site}' })).toBe(
      'Seen on $& {site}, $& {site} again, {other}',
    );
  });

  it('knows nothing that the catalogue does not hold', () => {
    expect(lookUp(strings, 'constructor')).toBeUndefined();
    expect(lookUp(strings, '__proto__')).toBeUndefined();
    expect(lookUp(strings, 'plain', { toString: '1' } as never)).toBe('Why?');
    expect(lookUp({ a: '{constructor}' }, 'a', {})).toBe('{constructor}');
  });
});
