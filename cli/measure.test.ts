import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeExampleRules } from './testing/rules.ts';

let folder = '';
let rules = '';
let corpus = '';

/** Lures that top up first, honest posts that like videos or top up shelves, one of them odd. */
const rows = Array.from({ length: 120 }, (_, n) => {
  const filler = [...`${n}`].map((digit) => 'bcdfghjklm'[Number(digit)]!.repeat(3)).join(' ');
  const lure = n % 3 === 0;
  const words = lure ? 'Like videos for money, then top up first.' : 'Office clerk with pension.';
  return {
    id: `${n}`,
    lang: 'en',
    market: 'KE',
    label: lure ? 'scam' : n % 3 === 1 ? 'legit' : 'news',
    kind: lure ? 'task-scam' : 'office',
    text: `${words} ${filler} ${filler}`,
  };
});

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lurewatch-'));
  rules = join(folder, 'rules');
  corpus = join(folder, 'ke-en-test.jsonl');
  writeExampleRules(rules);
  writeFileSync(corpus, rows.map((row) => JSON.stringify(row)).join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const main = new URL('main.ts', import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return { status, out: stdout, err: stderr };
}
const file = (name: string) => join(folder, name);

test('eval counts, keeps verdicts, compares, and writes both pages', () => {
  const first = run('eval', '--json', '--rules', rules, corpus);
  expect(first.status, first.err).toBe(0);
  writeFileSync(file('before.json'), first.out);
  const answer = JSON.parse(first.out);
  expect(answer.tables[0].rows.map((row: { name: string }) => row.name)).toEqual([
    'legit',
    'news',
    'scam',
  ]);
  expect(answer.tables[0].rows[2]).toMatchObject({ texts: 40, warned: { rate: 1 } });
  expect(first.out).not.toContain('pension');

  const kept = JSON.parse(first.out);
  kept.verdicts['ke-en-test/0'] = ['none', ''];
  writeFileSync(file('before.json'), JSON.stringify(kept));
  const pages = ['--html', file('report.html'), '--docs', file('accuracy.md')];
  const second = run(
    'eval',
    '--mutate',
    '--baseline',
    file('before.json'),
    ...pages,
    '--rules',
    rules,
    corpus,
  );
  expect(second.err).toContain('1 verdicts moved: 0 to the worse');
  expect(second.out).toContain('Recall on mutated lures');
  expect(readFileSync(file('report.html'), 'utf8')).toContain('<svg');
  expect(readFileSync(file('accuracy.md'), 'utf8')).toContain('- ke-en-test');
}, 120_000);

test.each([
  [['eval']],
  [['eval', '--part', 'half', 'x.jsonl']],
  [['eval', 'missing.jsonl']],
  [['eval', '--baseline', 'missing.json', 'x.jsonl']],
  [['fit']],
  [['fit', 'missing.jsonl']],
])(
  '%j says what is wrong and ends with status 2',
  (args) => {
    const { status, err } = run(...args);
    expect(status).toBe(2);
    expect(err).not.toBe('');
  },
  60_000,
);

test('fit writes weights of the right sign with the figures, and the same ones again', () => {
  const before = parse(readFileSync(join(rules, 'schemes', 'task-scam.yaml'), 'utf8'));
  const first = run('fit', '--rules', rules, corpus);
  expect(first.status, first.err).toBe(0);
  const text = readFileSync(join(rules, 'schemes', 'task-scam.yaml'), 'utf8');
  const after = parse(text);
  expect(Object.keys(after.weights).sort()).toEqual(Object.keys(before.weights).sort());
  for (const [signal, weight] of Object.entries<number>(after.weights))
    expect(weight * before.weights[signal]).toBeGreaterThanOrEqual(0);
  expect(text).toMatch(/recharge-first: [\d.]+ # 40 lures, 0 others/);
  expect(text).toContain('# Weights learnt by `lurewatch fit`.');
  expect(after.thresholds.danger).toBeGreaterThanOrEqual(after.thresholds.caution);

  const model = readFileSync(join(rules, 'wording', 'model.yaml'), 'utf8');
  const again = run('fit', '--rules', rules, corpus);
  expect(again.status, again.err).toBe(0);
  expect(readFileSync(join(rules, 'wording', 'model.yaml'), 'utf8')).toBe(model);
  expect(readFileSync(join(rules, 'schemes', 'task-scam.yaml'), 'utf8')).toBe(text);
  expect(run('lint', '--rules', rules).err).toBe('');
}, 120_000);
