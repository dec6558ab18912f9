import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

function run(args: string[], input = '') {
  const main = new URL('../main.ts', import.meta.url).pathname;
  const result = spawnSync(process.execPath, [main, 'mutate', ...args], {
    input,
    encoding: 'utf8',
  });
  return { status: result.status, out: result.stdout, err: result.stderr };
}

test('writes a text once for each mutation named', () => {
  const { status, out } = run(['--only', 'fullwidth,capitals', '--share', '1', 'job']);
  expect(status).toBe(0);
  expect(out).toMatch(/^capitals\t(JOB|jOb)\nfullwidth\tｊｏｂ\n$/);
});

test('--jsonl keeps the other fields and names rows after the mutation', () => {
  const rows = ['{"id":4,"text":"salary","label":"scam"}', '', '[]', '{"text":"5"}'].join('\n');
  const { status, out } = run(['--jsonl', '--only', 'struck', '--seed', '2'], rows);
  expect(status).toBe(1);
  const [row, fault] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(row).toMatchObject({ id: '4~struck', label: 'scam' });
  expect(row.text.normalize('NFD').replace(/\p{M}/gu, '')).toBe('salary');
  expect(fault).toEqual({ error: 'no JSON object with a text' });
});

test('--list names them, and --help says how to use them', () => {
  expect(run(['--list']).out).toMatch(/^lookalikes {6}Latin letters/);
  expect(run(['--help']).out).toMatch(/^lurewatch mutate/);
});

test.each([
  [['--only', 'magic', 'job'], 'No such mutation: magic'],
  [['--share', '2', 'job'], '--share is a number from 0 to 1'],
  [['--seed', 'x', 'job'], '--seed is a whole number'],
  [['--jsonl', 'no-such-file.jsonl'], 'No such file: no-such-file.jsonl'],
  [['--wrong'], 'Unknown option'],
])('refuses %j', (args, message) => {
  const { status, out, err } = run(args);
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain(message);
});
