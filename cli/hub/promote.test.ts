import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readIndicatorsText } from '#ruleset/bundle/indicators-text.ts';
import { visit } from '../publish/client.ts';
import { Team } from '../publish/testing/team.ts';
import { promote } from './promote.ts';
import { LISTED } from './testing/listed.ts';

let team: Team;
let server: Server;
let hub: string;
/** What the hub answers. */
let answer: unknown;
const said: string[] = [];

beforeEach(async () => {
  said.length = 0;
  for (const stream of ['log', 'error'] as const)
    vi.spyOn(console, stream).mockImplementation((...words) => void said.push(words.join(' ')));
  team = new Team();
  answer = { listings: [LISTED], origin: 'https://hub.example', maintainers: [], decisions: [] };
  server = createServer((_, response) => response.end(JSON.stringify(answer)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  hub = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  vi.restoreAllMocks();
  server.close();
  team.end();
});

const run = (...more: string[]) => promote(['--hub', hub, '--rules', team.rules, ...more]);
const file = () => join(team.rules, 'indicators/hub.yaml');
const out = () => said.join('\n');

it('writes what the hub lists, and takes away what it no longer does', async () => {
  expect(await run()).toBe(0);
  expect(out()).toContain('+ telegram golden_desk7');
  expect(readFileSync(file(), 'utf8')).toContain('value: golden_desk7');
  said.length = 0;
  expect(await run()).toBe(0);
  expect(out()).toBe('Nothing has changed.');
  answer = { listings: [] };
  expect(await run()).toBe(0);
  expect(out()).toContain('- telegram golden_desk7');
  expect(readFileSync(file(), 'utf8')).not.toContain('golden_desk7');
});

it.each([
  ['no listings', {}],
  ['a listing without a reason', { listings: [{ ...LISTED, reason: '' }] }],
  ['another kind of party', { listings: [{ ...LISTED, type: 'person' }] }],
])('takes nothing from a hub that answers %s', async (_, other) => {
  answer = other;
  expect(await run()).toBe(1);
  expect(existsSync(file())).toBe(false);
});

it('signs nothing that may not be listed, whatever a hub says', async () => {
  mkdirSync(join(team.rules, 'protected'), { recursive: true });
  cpSync('rules/protected', join(team.rules, 'protected'), { recursive: true });
  answer = { listings: [{ ...LISTED, type: 'domain', value: 'google.com' }] };
  expect(await run()).toBe(1);
  expect(out()).toContain('google.com is protected');
});

it('takes nothing that the maintainers it knows did not sign', async () => {
  const known = join(team.folder, 'maintainers.json');
  expect(await run('--maintainers', known)).toBe(1);
  expect(out()).toContain('telegram golden_desk7: signed by 0 of 2 maintainers');
  expect(JSON.parse(readFileSync(known, 'utf8')).origin).toBe('https://hub.example');
  expect(existsSync(file())).toBe(false);
});

it('gives the change as a branch or as a patch that git applies', async () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.net', ...args], {
      cwd: team.folder,
      encoding: 'utf8',
    });
  git('init', '--quiet');
  git('config', 'user.name', 'A');
  git('config', 'user.email', 'a@example.net');
  git('add', 'rules');
  git('commit', '--quiet', '--message', 'Begin');
  const before = process.cwd();
  process.chdir(team.folder);
  try {
    const patch = team.at('hub.patch');
    expect(await run('--patch', patch)).toBe(0);
    expect(existsSync(file())).toBe(false);
    git('apply', '--check', patch);
    expect(await run('--branch', 'hub-decisions')).toBe(0);
    expect(git('log', '-1', '--format=%s', 'hub-decisions')).toContain('maintainers of the hub');
    expect(git('status', '--porcelain', 'rules')).toBe('');
  } finally {
    process.chdir(before);
  }
});

it('goes all the way with one command, for a team on one machine', async () => {
  await team.found();
  const keys = team.at('all-keys');
  mkdirSync(keys);
  for (const owner of readdirSync(team.at('keys')))
    cpSync(team.at('keys', owner), keys, { recursive: true });
  const both = ['--key', 'amira', '--key', 'bela'];
  expect(await run('--repository', team.repository, '--keys', keys, ...both, '--yes')).toBe(0);
  const { texts, signers } = await visit(team.repository);
  const { entries } = readIndicatorsText(texts.indicators);
  expect(entries.map(({ value }) => value)).toContain('golden_desk7');
  expect(signers).toHaveLength(2);
});

it('does nothing without a hub, or when told two things at once', async () => {
  expect(await promote([])).toBe(2);
  expect(await run('--branch', 'a', '--patch', 'b')).toBe(2);
  server.close();
  server.closeAllConnections();
  expect(await run()).toBe(1);
});
