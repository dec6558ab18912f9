/** The scanner and the npm packages it is measured against, each behind the same two functions. */
import { AhoCorasick as FastAhoCorasick } from '@monyone/aho-corasick/fast';
import ModernAhoCorasick from 'modern-ahocorasick';
import { compilePhrases } from '#engine/phrases/compile.ts';
import { openPhrases } from '#engine/phrases/open.ts';

export interface Rival {
  name: string;
  /** Whether it folds by itself; the others are handed texts already folded, free of charge. */
  folds: boolean;
  /** Milliseconds from phrases to ready. */
  built: number;
  /** Number of hits in a text. */
  scan(text: string): number;
}

/** Above this many alternatives a regular expression takes minutes. */
const MAX_ALTERNATIVES = 1000;

export function makeRivals(phrases: string[]): Rival[] {
  const rivals = [ours(phrases), fast(phrases), modern(phrases)];
  return phrases.length > MAX_ALTERNATIVES ? rivals : [...rivals, expression(phrases)];
}

export const compile = (phrases: string[]): Uint8Array =>
  compilePhrases(phrases.map((phrase, value) => ({ phrase, value })));

function ours(phrases: string[]): Rival {
  const [matcher, built] = timed(() => openPhrases(compile(phrases)));
  return {
    name: 'lurewatch (folding included)',
    folds: true,
    built,
    scan(text) {
      let hits = 0;
      matcher.scan(text, () => hits++);
      return hits;
    },
  };
}

function fast(phrases: string[]): Rival {
  const [matcher, built] = timed(() => new FastAhoCorasick(phrases));
  return {
    name: '@monyone/aho-corasick/fast',
    folds: false,
    built,
    scan: (text) => matcher.matchInText(text).length,
  };
}

function modern(phrases: string[]): Rival {
  const [matcher, built] = timed(() => new ModernAhoCorasick(phrases));
  return {
    name: 'modern-ahocorasick',
    folds: false,
    built,
    scan: (text) => matcher.search(text).length,
  };
}

function expression(phrases: string[]): Rival {
  const escaped = phrases.map((phrase) => phrase.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const [pattern, built] = timed(() => new RegExp(escaped.join('|'), 'gu'));
  return {
    name: 'RegExp, alternatives',
    folds: false,
    built,
    scan: (text) => text.match(pattern)?.length ?? 0,
  };
}

function timed<T>(make: () => T): [T, number] {
  const start = performance.now();
  const made = make();
  return [made, performance.now() - start];
}
