import { describe, expect, it } from 'vitest';
import english from '#locales/en.json' with { type: 'json' };
import type { Post } from '#schema/post.ts';
import type { Finding, Verdict } from '#schema/verdict.ts';
import { Warning } from '#schema/warning.ts';
import { explain, explainAsked, isHeard } from './explain.ts';

const post: Post = {
  site: 'text',
  key: 'k',
  kind: 'text',
  url: '',
  text: 'free flight',
  links: [],
  partial: true,
};
const reader = { ruleset: { help: [] }, strings: english, language: 'en', country: 'MY' };
const finding = (signal: string, weight: number): Finding => ({
  signal,
  weight,
  quotes: [{ field: 'text', start: 0, end: 4, text: 'free' }],
});
const verdict = (change: Partial<Verdict>): Verdict => ({
  level: 'caution',
  scheme: 'forced-scam-work',
  score: 9,
  findings: [finding('travel-paid', 2), finding('news-report', -3), finding('wrong-visa', 5)],
  rulesetVersion: '2026.11.24-a',
  ...change,
});
const signals = (warning: Warning | null) => warning?.signs.map(({ signal }) => signal);

describe('explain', () => {
  it('says level, scheme, signs strongest first, steps and the version of the rules', () => {
    const warning = explain(verdict({}), post, reader);
    expect(Warning.parse(warning)).toEqual(warning);
    expect(warning).toMatchObject({
      level: 'caution',
      headline: 'Signs of a forced-scam-work lure',
      partial: true,
      rulesetVersion: '2026.11.24-a',
    });
    expect(signals(warning)).toEqual(['wrong-visa', 'travel-paid']);
    expect(warning?.signs[1]).toMatchObject({
      label: 'Your flight or visa is paid',
      quotes: [{ text: 'free' }],
    });
    expect(warning?.steps[0]).toBe(english['step.ask-address']);
  });

  it('speaks more plainly and gives other first steps in danger', () => {
    const warning = explain(verdict({ level: 'danger' }), post, reader);
    expect(warning?.headline).toBe('Many signs of a forced-scam-work lure');
    expect(warning?.steps[0]).toBe(english['step.no-travel-yet']);
  });

  it('shows names of places last, whatever they weigh: the sign accuses, not the country', () => {
    const findings = [finding('destination-hotspot', 9), finding('travel-paid', 2)];
    expect(signals(explain(verdict({ findings }), post, reader))).toEqual([
      'travel-paid',
      'destination-hotspot',
    ]);
  });

  it('shows the wording once, after what the post says', () => {
    const findings = [
      finding('lure-wording', 3),
      finding('lure-wording-strong', 3),
      finding('destination-country', 2),
      finding('off-platform-contact', 1),
    ];
    expect(signals(explain(verdict({ findings }), post, reader))).toEqual([
      'off-platform-contact',
      'lure-wording-strong',
      'destination-country',
    ]);
    const alike = findings.filter(({ signal }) => signal !== 'lure-wording-strong');
    expect(signals(explain(verdict({ findings: alike }), post, reader))).toContain('lure-wording');
  });

  it('shows six signs at most', () => {
    const many = ['age-band', 'high-pay', 'desk-work', 'work-abroad', 'urgent-start'];
    const findings = [...many, 'crypto-pay', 'travel-paid'].map((id, n) => finding(id, n + 1));
    expect(signals(explain(verdict({ findings }), post, reader))).toHaveLength(6);
  });

  it('is silent without a reason to warn, unless the reader asked', () => {
    const none = verdict({ level: 'none', findings: [finding('travel-paid', 0)] });
    delete none.scheme;
    expect(explain(none, post, reader)).toBeNull();
    const answer = explainAsked(none, post, reader);
    expect(answer).toMatchObject({ level: 'none', scheme: 'none' });
    expect(answer.summary).toContain('does not prove');
    expect(signals(answer)).toEqual(['travel-paid']);
  });

  it('takes a question for a question: signs and steps of the offer, and nobody accused', () => {
    const note = explain(verdict({ level: 'none', question: true }), post, reader);
    expect(note).toMatchObject({ level: 'none', scheme: 'forced-scam-work' });
    expect(note?.headline).toBe('Someone asks about an offer like this');
    expect(signals(note)).toEqual(['wrong-visa', 'travel-paid']);
    expect(note?.steps.length).toBeGreaterThan(2);
  });

  it('says what speaks for a post beside what speaks against it', () => {
    const findings = [finding('travel-paid', 2), finding('seafarer-work', -2)];
    expect(explain(verdict({ findings }), post, reader)?.notes).toEqual([
      'A paid flight and a cabin alone are normal for work on ships.',
    ]);
    expect(explain(verdict({}), post, reader)?.notes).toEqual([]);
  });

  it.each(['newer-scheme', 'constructor', '__proto__'])(
    'still warns of a scheme that is newer than the catalogue: %s',
    (scheme) => {
      const warning = explain(verdict({ scheme }), post, reader);
      expect(warning?.headline).toBe('Signs of a risky job post');
      expect(warning?.steps.length).toBeGreaterThan(0);
    },
  );
});

it.each([
  ['none', 'every', false],
  ['caution', 'every', true],
  ['danger', 'every', true],
  ['caution', 'danger', false],
  ['danger', 'danger', true],
  ['danger', 'quiet', false],
] as const)('%s is heard at loudness %s: %s', (level, loudness, heard) => {
  expect(isHeard({ level }, loudness)).toBe(heard);
});

it('a question is heard by who wants to hear everything', () => {
  const question = { level: 'none', question: true } as const;
  expect(isHeard(question, 'every')).toBe(true);
  expect(isHeard(question, 'danger')).toBe(false);
  expect(isHeard(question, 'quiet')).toBe(false);
});
