import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Post } from '#schema/post.ts';
import type { RulesetSource } from '#schema/ruleset.ts';
import type { Verdict } from '#schema/verdict.ts';
import { judge } from './judge.ts';
import { compileRuleset } from './ruleset/compile.ts';
import { openRuleset } from './ruleset/open.ts';
import { exampleSource } from './testing/example.ts';

const open = (source: RulesetSource) => openRuleset(compileRuleset(source));
const ruleset = open(exampleSource);
const post = (text: string, more: Partial<Post> = {}): Post => ({
  site: 'text',
  key: '1',
  kind: 'text',
  url: '',
  text,
  links: [],
  partial: false,
  ...more,
});
const verdict = (text: string, more?: Partial<Post>): Verdict => judge(post(text, more), ruleset);

describe('what never warns, whatever the weights', () => {
  test('two weak signs', () => {
    expect(verdict('weak one, weak two').level).toBe('none');
  });
  test('one moderate sign', () => {
    expect(verdict('moderate one').level).toBe('none');
  });
  test('places alone', () => {
    expect(verdict('KK Park, Myawaddy').level).toBe('none');
  });
  test('a missing group', () => {
    expect(verdict('other strong, other moderate').level).toBe('none');
  });
  test.each(['warning sign', 'court report'])('a text that says %s', (counter) => {
    expect(verdict(`${counter}: strong one, strong two`).level).toBe('none');
  });
  test('a list card with weak signs only', () => {
    const text = 'weak one, weak two, weak three, weak four';
    expect(verdict(text, { kind: 'card' }).level).toBe('none');
    expect(verdict(text).level).toBe('caution');
  });
});

describe('what is held at caution', () => {
  test('one strong sign alone', () => {
    expect(verdict('strong one').level).toBe('caution');
  });
  test('three weak signs', () => {
    expect(verdict('weak one, weak two, weak three').level).toBe('caution');
  });
  test('a list card without a strong sign', () => {
    expect(verdict('moderate one, moderate two', { kind: 'card' }).level).toBe('caution');
    expect(verdict('moderate one, moderate two').level).toBe('danger');
  });
});

describe('a question about an offer', () => {
  test('is no lure, and names the scheme of the offer', () => {
    const asked = verdict('strong one, strong two. Is this real?');
    expect(asked).toMatchObject({ level: 'none', question: true, scheme: 'example' });
  });
  test('about nothing suspicious says nothing', () => {
    expect(verdict('weak one. Is this real?')).not.toHaveProperty('question');
  });
  test('does not shield a lure that asks it to answer it', () => {
    const lure = 'strong one, strong two. Is this real? Yes! https://t.me/example_hr';
    expect(verdict(lure).level).toBe('danger');
    expect(verdict('strong one @example_listed. Is this real?').level).not.toBe('none');
  });
});

test('a listed party is named even where the text warns', () => {
  const { level, findings } = verdict('warning sign. Write to @example_listed');
  expect(level).toBe('danger');
  expect(findings[0]).toMatchObject({
    signal: 'listed-party',
    quotes: [{ text: '@example_listed' }],
  });
});

test('reads every field, counts a signal once and quotes it where it stands', () => {
  const { findings } = verdict('strong one', {
    title: 'Strong one!',
    company: 'Example',
    links: ['https://t.me/example_hr'],
  });
  const [strong] = findings;
  expect(strong!.quotes.map(({ field, text }) => [field, text])).toEqual([
    ['title', 'Strong one'],
    ['text', 'strong one'],
  ]);
  const link = findings.find(({ signal }) => signal === 'off-platform-contact');
  expect(link?.quotes).toEqual([
    { field: 'links', index: 0, start: 0, end: 23, text: 'https://t.me/example_hr' },
  ]);
});

test('a name that needs context counts with its country and a sign only', () => {
  const compound = (text: string) =>
    verdict(text).findings.some(({ signal }) => signal === 'destination-compound');
  expect(compound('Great Wall Park, weak one')).toBe(false);
  expect(compound('Great Wall Park in Cambodia')).toBe(false);
  expect(compound('Great Wall Park in Cambodia, weak one')).toBe(true);
});

test.each([
  ['pays RM 5 per like', true],
  ['RM 5 per order', false],
  ['press like, RM 5 per order', true],
])('%s is commission by task: %s', (text, commission) => {
  const seen = verdict(text).findings.some(({ signal }) => signal === 'task-commission');
  expect(seen).toBe(commission);
});

test.each([
  ['RM 9,000 per month', true],
  ['RM 4,000 per month', false],
  ['RM nine thousand per month', true],
  ['up to RM 9,000 per month', false],
  ['up to RM 20,000 per month', true],
  ['RM 9,000', false],
  ['USD 2,000 monthly in Cambodia', true],
  ['USD 2,000 monthly', false],
  ['$2,000 monthly', false],
  ['Engineer, RM 9,000 per month', false],
  ['5 years experience, RM 9,000 per month', false],
  ['$1,500 in 2 working days', true],
  ['15 minutes - $40', true],
])('%s is high pay: %s', (text, high) => {
  expect(verdict(text).findings.some(({ signal }) => signal === 'high-pay')).toBe(high);
});

const words = fc.constantFrom(
  'weak one',
  'moderate one',
  'strong one',
  'KK Park',
  't.me/example_hr',
  '€ 9.000/month',
  'Age 18-35',
  '__proto__ constructor',
  '\ud83d',
  '\u202e',
  '. ',
  '\n',
  '٠١٢٣',
);
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(words).map((parts) => parts.join(' ')),
);

test('any post has a verdict, and every quote stands in its field', () => {
  fc.assert(
    fc.property(texts, texts, fc.array(texts, { maxLength: 3 }), (text, title, links) => {
      const given = post(text, { title, links });
      const { findings, score } = judge(given, ruleset);
      expect(Number.isFinite(score)).toBe(true);
      for (const { quotes } of findings)
        for (const { field, index, start, end, text: quote } of quotes) {
          const value = field === 'links' ? given.links[index!] : given[field];
          expect(value?.slice(start, end)).toBe(quote);
          expect(quote).not.toBe('');
        }
    }),
  );
});

test('a further strong sign in a sentence of its own never lowers the level', () => {
  const order = ['none', 'caution', 'danger'];
  fc.assert(
    fc.property(fc.array(words), (parts) => {
      const text = parts.join(' ');
      const before = order.indexOf(verdict(text).level);
      expect(order.indexOf(verdict(`${text}\nstrong two.`).level)).toBeGreaterThanOrEqual(before);
    }),
  );
});

test('the verdict is the same in every normal form', () => {
  const spoken = fc.constantFrom(
    'Việc nhẹ',
    'lương 90 triệu/tháng',
    '18–35 tuổi',
    'umur 18 sampai 35',
    'độ tuổi từ 20 đến 30',
    '月薪9萬元',
    '월급 900만원',
    'เงินเดือน 90,000 บาท',
    'Telegram: @example_hr',
  );
  const outcome = (text: string) => {
    const { level, score, findings } = verdict(text);
    return [level, score, findings.map(({ signal, weight }) => [signal, weight])];
  };
  const anyText = fc.oneof(
    texts,
    fc.array(fc.oneof(words, spoken)).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      for (const form of ['NFC', 'NFD'])
        expect(outcome(text.normalize(form))).toEqual(outcome(text));
    }),
    { numRuns: 400 },
  );
});

test('a hostile text is read in one pass', () => {
  for (const unit of [
    'a.',
    'a@a.',
    'RM1 ',
    'RM1 a day per ',
    '5k/ngày ',
    '18-35 ',
    '+1',
    'aаa',
    '@a',
    '1,',
  ])
    expect(verdict(unit.repeat(100_000)).level).toBe('none');
});

describe('looks a second time, behind disguises', () => {
  test.each([
    'moderate one, other m0derate',
    'moderate one, oth er mod-erate',
    'moderate one, other moderaaaate',
  ])('where one sign is plain: %s', (text) => {
    expect(verdict(text).level).toBe(verdict('moderate one, other moderate').level);
    for (const { quotes } of verdict(text).findings)
      for (const quote of quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
  });
  test('takes signs for letters as a sign, but only where they hide a phrase', () => {
    const signals = (text: string) => verdict(text).findings.map(({ signal }) => signal);
    expect(signals('moderate one, B2B k8s mp3 h1gh')).toEqual(signals('moderate one'));
  });
  test('not in a text that warns', () => {
    expect(verdict('moderate one, warning sign: other m0derate').level).toBe('none');
  });
});
