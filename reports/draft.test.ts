import { describe, expect, it } from 'vitest';
import type { Post } from '#schema/post.ts';
import { ReportDraft } from '#schema/report.ts';
import { draftFrom } from './draft.ts';
import { maskContacts, plainAddress, withoutContacts } from './redact.ts';

const post: Post = {
  site: 'facebook',
  key: '123',
  kind: 'post',
  url: 'https://www.facebook.com/groups/1/posts/2?__cft__[0]=abc&comment_id=9#top',
  title: 'Ring 012-345 6789',
  text: 'Telegram @boss or +60 12-345 6789 or boss@mail.example. Salary 5000 to 8000.',
  author: 'A Private Person',
  company: 'Golden Co',
  links: [
    'https://t.me/boss',
    'https://wa.me/60123456789',
    'https://scam.example/?fbclid=x#/reg?code=7&ref=5',
    'https://www.facebook.com/a?ref=b',
  ],
  partial: false,
};
const warning = { level: 'danger', scheme: 'forced-scam-work' } as const;

describe('draftFrom', () => {
  it('holds exactly the parts of the post that are shown, without the author', () => {
    const draft = draftFrom(post, warning, '2026.11.24-a');
    expect(ReportDraft.parse(draft)).toEqual(draft);
    const { id: _, createdAt: __, ...rest } = draft;
    expect(rest).toEqual({
      post: {
        site: 'facebook',
        key: '123',
        kind: 'post',
        url: 'https://www.facebook.com/groups/1/posts/2?comment_id=9',
        title: 'Ring 012-345 6789',
        text: post.text,
        company: 'Golden Co',
        links: [
          'https://t.me/boss',
          'https://wa.me/60123456789',
          'https://scam.example/#/reg?code=7&ref=5',
          'https://www.facebook.com/a',
        ],
        partial: false,
      },
      scheme: 'forced-scam-work',
      level: 'danger',
      contact: 'none',
      rulesetVersion: '2026.11.24-a',
    });
  });

  it('masks numbers and addresses where nothing was warned about', () => {
    const { post: held, level } = draftFrom(post, null, 'v');
    expect(level).toBe('none');
    expect(JSON.stringify(held)).not.toMatch(/345|6789|mail\.example|Private Person/);
    expect(held.text).toContain('Salary 5000 to 8000.');
    expect(held.links).not.toContain('https://wa.me/60123456789');
  });

  it.each([
    'https://zalo.me/0912345678',
    'https://web.whatsapp.com/send?phone=60123456789',
    'whatsapp://send?phone=60123456789',
    'viber://chat?number=60123456789',
  ])('takes %s for a number', (link) => {
    expect(withoutContacts({ ...post, links: [link] }).links).toEqual([]);
  });

  it('is a new report each time', () => {
    expect(draftFrom(post, warning, 'v').id).not.toBe(draftFrom(post, warning, 'v').id);
  });

  it('leaves the post that it was made from as it was', () => {
    const before = structuredClone(post);
    draftFrom(post, null, 'v');
    withoutContacts(post);
    expect(post).toEqual(before);
  });
});

describe('redaction', () => {
  it.each([
    ['+95 9 772 220 230', '•••'],
    ['(02) 8721-0619 now', '••• now'],
    ['โทร ๐๘๑๒๓๔๕๖๗๘', 'โทร •••'],
    ['a.b+c@mail.example.org', '•••'],
    ['USD 1500-2000', 'USD 1500-2000'],
    ['2026', '2026'],
    ['18-35', '18-35'],
    ['constructor', 'constructor'],
  ])('makes %j into %j', (text, masked) => {
    expect(maskContacts(text)).toBe(masked);
  });

  it('leaves what is no address as it is', () => {
    expect(plainAddress('not an address', true)).toBe('not an address');
    expect(plainAddress('https://web.telegram.org/k/#@friend', true)).toBe(
      'https://web.telegram.org/k/',
    );
  });

  it('takes long hostile text in its stride', () => {
    expect(maskContacts('a@'.repeat(100_000))).toBe('a@'.repeat(100_000));
    expect(maskContacts('a.'.repeat(100_000))).toBe('a.'.repeat(100_000));
    expect(maskContacts('1'.repeat(150_000))).toBe('•••'.repeat(10_000));
  });
});
