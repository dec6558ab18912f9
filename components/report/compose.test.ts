/** What a report contains, exactly; and what must never be in it. */
import { describe, expect, it } from 'vitest';
import type { Post } from '#schema/post.ts';
import { ReportDraft } from '#schema/report.ts';
import { type Choices, compose, firstChoices, PARTS, type Part } from './compose.ts';

const shown: Post = {
  site: 'facebook',
  key: 'https://www.facebook.com/groups/1/posts/2/',
  kind: 'post',
  url: 'https://www.facebook.com/groups/1/posts/2/',
  title: 'A title',
  text: 'Call +60 12-345 6789',
  author: 'An author',
  company: 'A company',
  place: 'A place',
  pay: 'A pay',
  links: ['https://t.me/a_link'],
  partial: false,
};
const masked: Post = { ...shown, text: 'Call •••', links: [] };
const { author: _, ...withoutAuthor } = shown;
const draft: ReportDraft = {
  id: '6f1c1d0e-52f4-4f0e-9a8e-2f6f3f7a1b2c',
  createdAt: '2026-11-24T02:00:00.000Z',
  post: withoutAuthor,
  scheme: 'task-scam',
  level: 'danger',
  contact: 'none',
  rulesetVersion: 'v1',
};
const sources = { shown, masked };
const first = firstChoices(draft, sources);
const made = (change: Partial<Choices>) => compose(draft, sources, { ...first, ...change });

describe('compose', () => {
  it('keeps at first what the draft holds: everything but the name of the author', () => {
    expect(compose(draft, sources, first)).toEqual(draft);
  });

  it('keeps contacts masked where the draft masks them, until they are shown', () => {
    const quiet = { ...draft, post: { ...withoutAuthor, text: masked.text, links: [] } };
    const choices = firstChoices(quiet, sources);
    expect(choices.contactsShown).toBe(false);
    expect(JSON.stringify(compose(quiet, sources, choices))).not.toContain('345');
    const open = { ...choices, contactsShown: true, text: shown.text };
    expect(compose(quiet, sources, open).post.text).toBe(shown.text);
  });

  it.each(PARTS)('leaves no trace of the part %s when it is not ticked', (part: Part) => {
    const parts = new Set(PARTS.filter((other) => other !== part));
    const value = String(shown[part]);
    expect(JSON.stringify(made({ parts }))).not.toContain(value);
    expect(JSON.stringify(made({ parts: new Set(PARTS) }))).toContain(value);
  });

  it('keeps nothing of the post but its kind and site when nothing is ticked', () => {
    const { post } = made({ parts: new Set() });
    expect(post).toEqual({
      site: 'facebook',
      key: draft.id,
      kind: 'post',
      partial: false,
      url: '',
      text: '',
      links: [],
    });
  });

  it('keeps the text as the volunteer left it, and a note only where one was written', () => {
    expect(made({ text: 'Call' }).post.text).toBe('Call');
    expect(made({ note: '  ' })).not.toHaveProperty('note');
    expect(made({ note: ' seen in a group ' }).note).toBe('seen in a group');
  });

  it('is a report by the schema in every choice', () => {
    for (const parts of [new Set<Part>(), new Set(PARTS)])
      expect(
        ReportDraft.safeParse(made({ parts, scheme: 'unsure', contact: 'applied' })).success,
      ).toBe(true);
  });
});
