import type { RulesetSource } from '#schema/ruleset.ts';

type Signal = RulesetSource['signals'][string];
const sign = (strength: Signal['strength'], ...phrases: string[]): Signal => ({
  says: phrases.join(', ') || 'Found by a matcher.',
  kind: 'sign',
  strength,
  phrases: phrases.length > 0 ? { en: phrases } : {},
});
const counter = (strength: Signal['strength'], phrase: string): Signal => ({
  ...sign(strength, phrase),
  kind: 'counter',
});

/** A small ruleset whose phrases say how strong they are; for tests of the engine. */
export const exampleSource: RulesetSource = {
  release: { serial: 1, date: '2026-01-01', minEngine: 0, version: 'example' },
  cases: [],
  signals: {
    'weak-one': sign('weak', 'weak one'),
    'weak-two': sign('weak', 'weak two'),
    'weak-three': sign('weak', 'weak three'),
    'weak-four': sign('weak', 'weak four'),
    'moderate-one': sign('moderate', 'moderate one'),
    'moderate-two': sign('moderate', 'moderate two'),
    'strong-one': sign('strong', 'strong one'),
    'strong-two': sign('strong', 'strong two'),
    'other-moderate': sign('moderate', 'other moderate'),
    'other-strong': sign('strong', 'other strong'),
    'high-pay': { ...sign('weak'), matchers: ['pay-high'] },
    'task-commission': { ...sign('weak'), matchers: ['pay-by-task'] },
    'off-platform-contact': { ...sign('weak'), matchers: ['messenger-link'] },
    'destination-compound': { ...sign('strong'), matchers: ['place-compound'] },
    'destination-hotspot': { ...sign('moderate'), matchers: ['place-hotspot'] },
    'destination-country': { ...sign('weak'), matchers: ['place-destination'] },
    'listed-party': { ...sign('strong'), matchers: ['listed-indicator'] },
    'warns-others': counter('strong', 'warning sign'),
    'news-report': counter('strong', 'court report'),
    'asks-if-scam': counter('moderate', 'is this real'),
  },
  schemes: {
    example: {
      says: 'An example.',
      harm: 5,
      weights: {
        'weak-one': 9,
        'weak-two': 9,
        'weak-three': 9,
        'weak-four': 9,
        'moderate-one': 9,
        'moderate-two': 9,
        'strong-one': 9,
        'strong-two': 9,
        'destination-compound': 9,
        'destination-hotspot': 9,
        'listed-party': 9,
      },
      requires: [],
      thresholds: { caution: 5, danger: 9 },
    },
    guarded: {
      says: 'An example that requires a group.',
      harm: 9,
      weights: { 'other-strong': 9, 'other-moderate': 9 },
      requires: [{ anyOf: ['strong-one'] }],
      thresholds: { caution: 5, danger: 9 },
    },
  },
  places: [
    place('cambodia', 'KH', 'country', true, 'Cambodia'),
    place('myawaddy', 'MM', 'hotspot-town', false, 'Myawaddy'),
    place('kk-park', 'MM', 'compound', false, 'KK Park'),
    { ...place('great-wall-park', 'KH', 'compound', false, 'Great Wall Park'), needsContext: true },
  ],
  wages: [
    { country: 'MY', currency: 'MYR', monthly: 2_844, measure: 'median', year: '2024', source: '' },
    { country: 'KH', currency: 'USD', monthly: 194, measure: 'minimum', year: '2022', source: '' },
    {
      country: 'VN',
      currency: 'VND',
      monthly: 8_300_000,
      measure: 'average',
      year: '2025',
      source: '',
    },
    { country: 'US', currency: 'USD', monthly: 5_217, measure: 'median', year: '2025', source: '' },
  ],
  amounts: [
    { language: 'en', numbers: { nine: 9 }, units: { thousand: 1_000 } },
    { language: 'zh', numbers: { 三: 3 }, units: { 万: 10_000 } },
  ],
  work: [{ language: 'en', skilled: ['engineer'], experience: ['years experience'] }],
  currencies: [
    { code: 'MYR', perUsd: 4, words: ['RM'], source: '' },
    { code: 'USD', perUsd: 1, words: ['$'], source: '' },
    { code: 'EUR', perUsd: 0.85, words: ['€'], source: '' },
    { code: 'VND', perUsd: 26_000, words: ['đồng'], source: '' },
  ],
  help: [],
  sites: [],
  indicators: {
    salt: 0,
    listings: {
      a: {
        source: 'maintainers',
        reason: 'an example',
        case: 'example',
        date: '2026-01-01',
        expires: '2027-01-01',
      },
    },
    entries: [{ listing: 'a', type: 'telegram', value: 'example_listed' }],
  },
};

function place(
  id: string,
  country: string,
  type: RulesetSource['places'][number]['type'],
  ordinary: boolean,
  name: string,
): RulesetSource['places'][number] {
  return { id, name, country, type, ordinary, aliases: { en: [name] }, source: '' };
}
