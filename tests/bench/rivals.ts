/** The scanner and the npm packages it is measured against, each behind the same functions. */
import { AhoCorasick } from '@monyone/aho-corasick';
import { AhoCorasick as FastAhoCorasick } from '@monyone/aho-corasick/fast';
import { Trie } from '@tanishiking/aho-corasick';
import Ahocorasick from 'ahocorasick';
import FastScanner from 'fastscan';
import KeywordProcessor from 'flashtext.js';
import ModernAhoCorasick from 'modern-ahocorasick';
import { RE2JS } from 're2js';
import { compilePhrases } from '#engine/phrases/compile.ts';
import { openPhrases } from '#engine/phrases/open.ts';
import { timed, weighed } from './print.ts';

export interface Rival {
  readonly name: string;
  /** Whether it folds by itself; the others are handed texts already folded, free of charge. */
  readonly folds: boolean;
  /** Too slow for the whole measurement: a few posts, a few rounds. */
  readonly slow: boolean;
  /** Milliseconds from phrases to ready. */
  readonly built: number;
  /** Bytes in memory. */
  readonly memory: number;
  /** Number of hits in a text. */
  readonly scan: (text: string) => number;
}

/** Above this many alternatives a regular expression takes minutes. */
const MAX_ALTERNATIVES = 1_000;

export const compile = (phrases: readonly string[]): Uint8Array =>
  compilePhrases(phrases.map((phrase, value) => ({ phrase, value })));

type Make = (phrases: string[]) => (text: string) => number;

const makers: [
  name: string,
  make: Make,
  more?: { folds?: boolean; slow?: boolean; most?: number },
][] = [
  [
    'lurewatch (folding included)',
    (phrases) => {
      const matcher = openPhrases(compile(phrases));
      return (text) => {
        let hits = 0;
        matcher.scan(text, () => hits++);
        return hits;
      };
    },
    { folds: true },
  ],
  [
    '@monyone/aho-corasick/fast',
    (phrases) => {
      const matcher = new FastAhoCorasick(phrases);
      return (text) => matcher.matchInText(text).length;
    },
  ],
  [
    '@monyone/aho-corasick',
    (phrases) => {
      const matcher = new AhoCorasick(phrases);
      return (text) => matcher.matchInText(text).length;
    },
  ],
  [
    'flashtext.js (Latin words only)',
    (phrases) => {
      const matcher = new KeywordProcessor(true);
      matcher.addKeywordsFromArray(phrases);
      return (text) => matcher.extractKeywords(text).length;
    },
  ],
  [
    'ahocorasick',
    (phrases) => {
      const matcher = new Ahocorasick(phrases);
      return (text) => matcher.search(text).length;
    },
  ],
  [
    'fastscan',
    (phrases) => {
      const matcher = new FastScanner(phrases);
      return (text) => matcher.search(text).length;
    },
  ],
  [
    'modern-ahocorasick',
    (phrases) => {
      const matcher = new ModernAhoCorasick(phrases);
      return (text) => matcher.search(text).length;
    },
  ],
  [
    '@tanishiking/aho-corasick',
    (phrases) => {
      const matcher = new Trie(phrases);
      return (text) => matcher.parseText(text).length;
    },
  ],
  [
    'String.includes, one by one',
    (phrases) => (text) => phrases.filter((phrase) => text.includes(phrase)).length,
    { slow: true },
  ],
  [
    'RegExp, alternatives',
    (phrases) => {
      const pattern = new RegExp(phrases.map(escaped).join('|'), 'gu');
      return (text) => text.match(pattern)?.length ?? 0;
    },
    { most: MAX_ALTERNATIVES },
  ],
  [
    're2js, alternatives',
    (phrases) => {
      const pattern = RE2JS.compile(phrases.map(escaped).join('|'));
      return (text) => {
        const matcher = pattern.matcher(text);
        let hits = 0;
        while (matcher.find()) hits++;
        return hits;
      };
    },
    { slow: true, most: MAX_ALTERNATIVES },
  ],
];

const escaped = (phrase: string): string => phrase.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Ours first. */
export const makeRivals = (phrases: string[]): Rival[] =>
  makers
    .filter(([, , more]) => phrases.length <= (more?.most ?? Number.POSITIVE_INFINITY))
    .map(([name, make, { folds = false, slow = false } = {}]) => {
      const [[scan, built], memory] = weighed(() => timed(() => make(phrases)));
      return { name, folds, slow, built, memory, scan };
    });
