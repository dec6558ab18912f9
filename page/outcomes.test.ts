import { describe, expect, it } from 'vitest';
import type { Post } from '#schema/post.ts';
import type { Warning } from '#schema/warning.ts';
import { keyOf } from './key.ts';
import { isGrowth, isSamePost, Outcomes } from './outcomes.ts';

const post = (over: Partial<Post> = {}): Post => ({
  site: 'test',
  key: '1',
  kind: 'card',
  url: 'https://site.test/',
  text: 'Driver wanted in Penang, apply in person at our office',
  links: [],
  partial: false,
  ...over,
});
const warning = { headline: 'Signs' } as Warning;

describe('what was judged', () => {
  it('counts for the same post only', () => {
    const outcomes = new Outcomes();
    outcomes.set(post(), warning);
    expect(outcomes.get(post())).toBe(warning);
    expect(outcomes.get(post({ key: '2' }))).toBeUndefined();
    expect(outcomes.get(post({ text: 'Other' }))).toBeUndefined();
    expect(outcomes.get(post({ links: ['https://t.me/hr'] }))).toBeUndefined();
  });

  it('of a whole advertisement goes before that of its card', () => {
    const outcomes = new Outcomes();
    outcomes.set(post(), null);
    outcomes.set(post({ kind: 'detail', text: 'Much longer' }), warning);
    expect(outcomes.get(post())).toBe(warning);
    expect(outcomes.get(post({ kind: 'detail', text: 'Changed' }))).toBeUndefined();
    outcomes.forget(post());
    expect(outcomes.get(post())).toBeUndefined();
  });

  it('is kept for names of built-in properties like for any other', () => {
    const outcomes = new Outcomes();
    for (const key of ['__proto__', 'constructor']) {
      expect(outcomes.get(post({ key }))).toBeUndefined();
      outcomes.set(post({ key }), warning);
      expect(outcomes.get(post({ key }))).toBe(warning);
    }
  });

  it('is forgotten when there is too much of it, the oldest first', () => {
    const outcomes = new Outcomes();
    for (let n = 0; n < 5_001; n++) outcomes.set(post({ key: `${n}` }), null);
    expect(outcomes.get(post({ key: '0' }))).toBeUndefined();
    expect(outcomes.get(post({ key: '5000' }))).toBeNull();
  });
});

describe('a post that changed', () => {
  it('has grown when it begins as before', () => {
    const before = post();
    expect(isGrowth(before, post({ text: `${before.text} ... and free flight` }))).toBe(true);
    expect(isGrowth(before, post({ text: before.text.replace('office', 'shop') }))).toBe(true);
    expect(isGrowth(before, post({ text: 'Nurse wanted in Manila, apply by post' }))).toBe(false);
    expect(isGrowth(before, post({ author: 'Another' }))).toBe(false);
  });

  it('is the same while nothing that is judged changed', () => {
    expect(isSamePost(post(), post())).toBe(true);
    for (const change of [{ pay: '1' }, { partial: true }, { kind: 'detail' as const }])
      expect(isSamePost(post(), post(change))).toBe(false);
  });
});

describe('keys', () => {
  it("are the site's own ids, else made of address and text, and short", () => {
    expect(keyOf('4711', 'a', 'b')).toBe('4711');
    expect(keyOf('', 'a', 'b')).toBe(keyOf('', 'a', 'b'));
    expect(keyOf('', 'a', 'b')).not.toBe(keyOf('', 'a', 'c'));
    expect(keyOf('x'.repeat(5_000), 'a', 'b').length).toBeLessThan(20);
  });
});
