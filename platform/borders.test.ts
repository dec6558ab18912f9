import { describe, expect, it } from 'vitest';
import { messages, pageMessages, readerMessages } from '#schema/messages.ts';
import { border as whole } from './messages.ts';
import { border as reader } from './reader-messages.ts';

describe('the borders', () => {
  it('know the map of messages; the content script knows its part of it', () => {
    const ofReader = { ...readerMessages, ...pageMessages };
    for (const name of Object.keys(messages)) {
      expect(whole.knows(name)).toBe(true);
      expect(reader.knows(name)).toBe(name in ofReader);
    }
    for (const name of ['constructor', '__proto__', 'reader.', 'page.everything']) {
      expect(whole.knows(name)).toBe(false);
      expect(reader.knows(name)).toBe(false);
    }
  });

  const post = { site: 'x', key: 'k', kind: 'post', url: '', text: 't', links: [], partial: false };

  it.each([
    [{ posts: Array.from({ length: 26 }, () => post) }],
    [{ posts: [{ ...post, text: 'x'.repeat(200_001) }] }],
    [{ posts: [{ ...post, site: '' }] }],
    [{ posts: [{ ...post, links: Array.from({ length: 201 }, () => '') }] }],
    [{ posts: [{ ...post, kind: 'constructor' }] }],
    [{ posts: 'all' }],
    [null],
  ])('refuse posts beyond the limits (%#)', (request) => {
    expect(() => whole.parse('reader.judge', 'request', request)).toThrow();
  });

  it('take odd text as it is: lone surrogates, bidi overrides, names of prototypes', () => {
    const odd = { ...post, key: '__proto__', text: '\ud800 \u202e constructor', title: '\u0000' };
    expect(whole.parse('reader.judge', 'request', { posts: [odd] })).toEqual({ posts: [odd] });
  });

  it('check by hand the one request to the content script that carries something', () => {
    expect(reader.parse('page.show', 'request', { key: 'k' })).toEqual({ key: 'k' });
    for (const broken of [undefined, null, {}, { key: 5 }, 'k'])
      expect(() => reader.parse('page.show', 'request', broken)).toThrow();
  });
});
