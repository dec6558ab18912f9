import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Verdict } from '#schema/verdict.ts';
import { writeExampleRules } from './testing/rules.ts';

let folder = '';
let rules = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lurewatch-'));
  rules = join(folder, 'rules');
  writeExampleRules(rules);
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: string[], input = '') {
  const main = new URL('main.ts', import.meta.url).pathname;
  const result = spawnSync(process.execPath, [main, ...args], { input, encoding: 'utf8' });
  return { status: result.status, out: result.stdout, err: result.stderr };
}
const check = (args: string[], input?: string) => run(['check', '--rules', rules, ...args], input);
const lines = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('check judges arguments, a file and standard input alike', () => {
  const text = 'Like videos for money, then top up first.';
  writeFileSync(join(folder, 'post.txt'), text);
  const answers = [
    check(['--json', text]),
    check(['--json', join(folder, 'post.txt')]),
    check(['--json'], text),
  ];
  for (const { status, out } of answers) {
    expect(status).toBe(0);
    const [verdict] = lines(out);
    expect(verdict).toMatchObject({ level: 'danger', scheme: 'task-scam', score: 9 });
    expect(Verdict.safeParse(verdict).success).toBe(true);
    for (const { quotes } of verdict.findings)
      for (const quote of quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
  }
  expect(check([text]).out).toContain('danger: task-scam (9 points)');
}, 60_000);

test('check --jsonl answers line by line, in order, bad lines included', () => {
  const rows = [
    JSON.stringify({ id: 'a', text: 'like videos for money', lang: 'en', unknown: {} }),
    '{ not json',
    JSON.stringify({ id: 'c', title: 'no text' }),
    JSON.stringify({
      id: 4,
      text: 'Office clerk',
      title: 'Top up first',
      links: ['https://t.me/example_hr'],
    }),
    'null',
    JSON.stringify({ text: 'parted\u2028inside' }),
  ];
  const { status, out } = check(['--jsonl', '--json'], rows.join('\n'));
  expect(status).toBe(1);
  const answers = lines(out);
  expect(answers.map(({ id, level, error }) => [id, level ?? (error ? 'error' : '')])).toEqual([
    ['a', 'caution'],
    [undefined, 'error'],
    ['c', 'error'],
    [4, 'caution'],
    [undefined, 'error'],
    [undefined, 'none'],
  ]);
}, 60_000);

test('a byte order mark is no part of a text', () => {
  writeFileSync(join(folder, 'mark.txt'), '\ufeffLike videos');
  writeFileSync(join(folder, 'mark.jsonl'), '\ufeff{"id":null,"text":"Like videos","lang":7}\r\n');
  const answers = [
    check(['--json', join(folder, 'mark.txt')]),
    check(['--json'], '\ufeffLike videos'),
    check(['--json', '--jsonl', join(folder, 'mark.jsonl')]),
  ];
  for (const { status, out } of answers) {
    expect(status).toBe(0);
    expect(lines(out)[0].findings[0].quotes).toMatchObject([{ start: 0, end: 11 }]);
  }
}, 60_000);

test('a reader who stops early ends the command in silence', () => {
  const rows = join(folder, 'many.jsonl');
  writeFileSync(rows, `${JSON.stringify({ text: 'like videos' })}\n`.repeat(20_000));
  const main = new URL('main.ts', import.meta.url).pathname;
  const command = `"${process.execPath}" "${main}" check --jsonl --json --rules "${rules}" "${rows}" | head -n 1`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  expect(lines(stdout)).toHaveLength(1);
  expect(stderr).toBe('');
}, 60_000);

test('wrong arguments give the usage and status 2', () => {
  for (const args of [
    ['check', '--no-such'],
    ['no-such'],
    ['check', '--jsonl', '/no/such/file'],
    ['lint', '--lang', 'nowhere'],
  ]) {
    const { status, err } = run(args);
    expect(status).toBe(2);
    expect(err).not.toBe('');
  }
}, 60_000);

test('build writes twice the same bytes; lint and build name what is wrong', () => {
  const good = run(['build', '--rules', rules, '--out', join(folder, 'out')]);
  expect([good.status, good.err]).toEqual([0, '']);
  const broken = join(folder, 'broken');
  writeExampleRules(broken);
  const task = join(broken, 'signals', 'task-work');
  writeFileSync(join(task, 'en.cases.txt'), '+ nothing of the kind\n- like videos for money\n');
  writeFileSync(join(task, 'en.txt'), '# Paid for likes\nlike videos\na b c d\n(likes|wa)\n');
  writeFileSync(join(task, 'ms.txt'), 'tugas (like|\n');
  writeFileSync(join(task, 'xy.txt'), 'stranger\n');
  writeFileSync(join(broken, 'schemes', 'task-scam.yaml'), 'says: x\nharm: high\n');
  writeFileSync(join(broken, 'places', 'KH.yaml'), '- id: [\n');
  const site = join(broken, 'sites', 'example.yaml');
  const patterns = "    paths: ['^/(jobs', '^/([a-z]+/)+$']\n    idPattern: '(?:[^/]*-)?(\\d+)'\n";
  writeFileSync(
    site,
    readFileSync(site, 'utf8').replace('    kind: post\n', (line) => line + patterns),
  );
  const lint = run(['lint', '--rules', broken]);
  expect(lint.status).toBe(1);
  for (const part of [
    'task-work/en.cases.txt:1: does not match: nothing of the kind',
    'task-work/en.cases.txt:2: must not match, but "like videos" does (en.txt:2 "like videos")',
    'task-work/en.txt:3: column 7 of "a b c d": single letters',
    'task-work/en.txt:4: column 8 of "(likes|wa)": "wa": a word of one or two letters',
    'task-work/ms.txt: has no twin ms.cases.txt',
    'task-work/xy.txt: is neither',
    'task-scam.yaml:2: harm: Invalid input: expected number, received string',
    'places/KH.yaml:2: Flow',
    'sites/example.yaml: pattern ^/(jobs: Invalid',
    'sites/example.yaml: pattern ^/([a-z]+/)+$: repeats a group',
  ])
    expect(lint.err).toContain(part);
  expect(lint.err).not.toContain('pattern (?:');
  const build = run(['build', '--rules', broken, '--out', join(folder, 'none')]);
  expect(build.status).toBe(1);
  expect(build.err).toContain('nothing is written');
}, 60_000);
