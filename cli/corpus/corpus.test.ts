import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { counts } from './choose.ts';
import { CorpusError, corpusFiles, readCorpora } from './read.ts';
import { readSample, type Sample } from './sample.ts';
import { schemeOf, UNNAMED } from './schemes.ts';
import { hashOf, place } from './split.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lurewatch-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const row = (values: object) => JSON.stringify({ id: '1', lang: 'en', text: 'words', ...values });
const sample = (values: object, source = 'xx-en-test'): Sample => {
  const read = readSample(row(values), source);
  if ('error' in read) throw new Error(read.error);
  return read;
};

test('reads plain and compressed files of a folder, in order', async () => {
  writeFileSync(join(folder, 'b.jsonl'), `${row({ id: 'b' })}\n\n`);
  writeFileSync(join(folder, 'a.jsonl.gz'), gzipSync(row({ id: 'a', label: 'legit' })));
  writeFileSync(join(folder, 'notes.txt'), 'not a corpus');
  const read = await readCorpora(corpusFiles([folder]));
  expect(read.map(({ id, source }) => [id, source])).toEqual([
    ['a', 'a'],
    ['b', 'b'],
  ]);
});

test('names file and line of what cannot be read', async () => {
  const file = join(folder, 'bad.jsonl');
  writeFileSync(file, `${row({})}\n{"id":1}\n`);
  await expect(readCorpora([file])).rejects.toThrow(CorpusError);
  await expect(readCorpora([file])).rejects.toThrow(/bad\.jsonl:2: /);
  expect(() => corpusFiles([join(folder, 'missing')])).toThrow(CorpusError);
});

test('understands what different corpora say', () => {
  expect(sample({ lang: 'tl', label: 'legit' }, 'ph-en-tl-sms')).toMatchObject({
    language: 'fil',
    market: 'PH',
    label: 'legit',
  });
  expect(sample({ lang: 'en-KE', kind: 'mule' }, 'lures')).toMatchObject({
    language: 'en',
    market: 'KE',
    label: 'scam',
    kind: 'money-mule',
  });
  expect(sample({ kind: 'awareness' }).label).toBe('news');
  expect(sample({ real: false }).invented).toBe(true);
  const known = new Set(['money-mule', 'task-scam']);
  expect(schemeOf(sample({ kind: 'mule' }), known)).toBe('money-mule');
  expect(schemeOf(sample({ kind: 'task-scam sms' }), known)).toBe('task-scam');
  expect(schemeOf(sample({ kind: 'something else' }), known)).toBe(UNNAMED);
  expect(counts(sample({ kind: 'laundering trade ad (B2B)' }))).toBe(false);
  expect(counts(sample({ kind: 'listing-card' }))).toBe(true);
});

test('near-duplicates share a part, whatever numbers, marks and a word or two differ', () => {
  const base =
    'Part time helper wanted for online shop. Sixty minutes a day, paid every evening. Write to our assistant';
  const texts = [
    `${base} at 0123`,
    `${base.toUpperCase()} at 4567!!!`,
    `${base} today`,
    'Accountant with five years of experience for our office in Kuala Lumpur, full time',
  ];
  const placed = place(texts.map((text, index) => sample({ id: index, text })));
  expect(placed.map(({ group }) => group)).toEqual([0, 0, 0, 3]);
  expect(new Set(placed.slice(0, 3).map(({ part }) => part)).size).toBe(1);
});

test('about a fifth is held out, and the same texts always', () => {
  const word = (n: number, at: number) => hashOf(`${n} ${at}`).toString(36).replaceAll(/\d/g, '');
  const samples = Array.from({ length: 400 }, (_, n) =>
    sample({ id: n, text: Array.from({ length: 9 }, (_, at) => word(n, at)).join(' ') }),
  );
  const placed = place(samples);
  const test = placed.filter(({ part }) => part === 'test');
  expect(test.length).toBeGreaterThan(40);
  expect(test.length).toBeLessThan(130);
  expect(place(samples).map(({ part }) => part)).toEqual(placed.map(({ part }) => part));
});

test('a file that was written to be held out is held out whole', () => {
  const placed = place(
    Array.from({ length: 30 }, (_, n) => sample({ id: n, text: `${n}` }, 'held-en')),
  );
  expect(placed.every(({ part }) => part === 'test')).toBe(true);
});

test('a copy of a held-out text is held out with it, whichever comes first', () => {
  const text = 'A copied advertisement of some length, word for word the same in both files';
  const placed = place([sample({ text }, 'my-en-one'), sample({ text }, 'held-en')]);
  expect(placed.map(({ part }) => part)).toEqual(['test', 'test']);
});
