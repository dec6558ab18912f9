import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sha256 } from '#ruleset/bundle/bytes.ts';
import { readIndicatorsText } from '#ruleset/bundle/indicators-text.ts';
import { readRulesText } from '#ruleset/bundle/rules-text.ts';
import { deltaPath, fullPath } from '#ruleset/update/texts.ts';
import { visit } from './client.ts';
import { keys } from './keys.ts';
import { publish } from './publish.ts';
import { metadataFile, targetFile } from './repository.ts';
import { createMirror } from './serve.ts';
import { sign } from './sign.ts';
import { Team } from './testing/team.ts';
import { timestamp } from './timestamp.ts';
import { verify } from './verify.ts';

let team: Team;
const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  for (const stream of ['log', 'error'] as const)
    vi.spyOn(console, stream).mockImplementation((...words) => void said.push(words.join(' ')));
  team = new Team();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  team.end();
});

/** What an installation that began with the first root finds. */
const look = () => visit(team.repository);
const serialOf = ({ texts }: Awaited<ReturnType<typeof visit>>) =>
  readRulesText(texts.rules).release.serial;
const out = () => said.join('\n');

describe('signing', () => {
  test('two maintainers on two machines sign the same rules, and installations take them', async () => {
    await team.found();
    expect(serialOf(await look())).toBe(1);
    team.addPhrase('rate hotels');
    const draft = team.draft();
    expect(await team.sign(draft, 'amira')).toBe(0);
    expect(out()).toContain('phrases added: 1\n  task-work en rate hotels');
    expect(out()).toContain('still needed: 1 of bela, chen');
    expect(await team.publish(draft)).toBe(1);
    expect(out()).toContain('lack signatures');
    expect(await team.sign(draft, 'chen')).toBe(0);
    expect(await team.publish(draft)).toBe(0);
    const found = await look();
    expect(serialOf(found)).toBe(2);
    expect(found.signers).toHaveLength(2);
  });

  test('nobody signs what their own rules do not give', async () => {
    await team.found();
    team.addPhrase('rate hotels');
    const own = team.checkout();
    const draft = team.draft();
    await team.sign(draft, 'amira');
    const bela = (...more: string[]) =>
      sign([
        draft,
        '--repository',
        team.repository,
        '--keys',
        team.at('keys', 'bela'),
        '--yes',
        ...more,
      ]);
    writeFileSync(join(own, 'signals/task-work/en.txt'), 'like videos\nrate restaurants\n');
    expect(await bela('--rules', own)).toBe(1);
    expect(out()).toContain('is not what your rules give');
    expect(await bela('--rules', team.rules)).toBe(0);
  });

  test('a file that was exchanged after the first signature is refused', async () => {
    await team.found();
    team.addPhrase('rate hotels');
    const draft = team.draft();
    await team.sign(draft, 'amira', 'bela');
    const targets = JSON.parse(readFileSync(join(draft, 'targets.json'), 'utf8')).signed.targets;
    const file = targetFile(draft, fullPath('rules'), targets[fullPath('rules')].hashes.sha256);
    writeFileSync(file, readFileSync(file).fill(0, 20, 30));
    expect(await team.publish(draft)).toBe(1);
    expect(out()).toContain('is not what was signed');
    expect(serialOf(await look())).toBe(1);
  });

  test('a key without a role, a wrong passphrase and a question that nobody answers sign nothing', async () => {
    await team.found();
    await team.enrol('mallory');
    const draft = team.draft();
    expect(await team.sign(draft, 'mallory')).toBe(1);
    expect(out()).toContain('may sign this');
    process.env.LUREWATCH_PASSPHRASE = 'wrong';
    expect(await team.sign(draft, 'amira')).toBe(1);
    expect(out()).toContain('does not open the key of amira');
    const quiet = [draft, '--repository', team.repository, '--keys', team.at('keys', 'amira')];
    expect(await sign([...quiet, '--rules', team.rules])).toBe(1);
    expect(out()).toContain('--yes');
    const { signatures } = JSON.parse(readFileSync(join(draft, 'targets.json'), 'utf8'));
    expect(signatures).toEqual([]);
  });

  test('changed rules get the next serial, once', async () => {
    await team.found();
    const release = () => readFileSync(join(team.rules, 'release.yaml'), 'utf8');
    team.addPhrase('rate hotels');
    await team.release();
    expect(release()).toMatch(/^serial: 2\ndate: "\d{4}-\d\d-\d\d"/);
    await team.release('bela', 'chen');
    expect(release()).toContain('serial: 2');
    expect(serialOf(await look())).toBe(2);
  });
});

describe('what installations fetch', () => {
  test('installations of earlier versions find deltas', async () => {
    await team.found();
    const first = await look();
    // Long enough that a delta is smaller than the whole.
    for (let n = 0; n < 400; n++) team.addPhrase(`rate the ${n * 7919} hotels ${n}`);
    await team.release();
    const second = await look();
    team.list('bad-jobs.example.net');
    await team.release();
    const third = await look();
    const base = await sha256(second.texts.rules);
    expect(third.targets.targets[deltaPath('rules', base)]).toBeDefined();
    expect(readIndicatorsText(third.texts.indicators).entries).toHaveLength(1);
    expect(serialOf(first)).toBe(1);
  });

  test('over the network as from the folder', async () => {
    await team.found();
    const server = createMirror(team.repository).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    expect(serialOf(await visit(`http://127.0.0.1:${port}/`))).toBe(1);
    expect(await verify([`http://127.0.0.1:${port}`])).toBe(0);
    expect(out()).toContain('Signed by amira');
    const answer = await fetch(`http://127.0.0.1:${port}/metadata/timestamp.json`);
    const etag = answer.headers.get('etag') ?? '';
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const again = await fetch(`http://127.0.0.1:${port}/metadata/timestamp.json`, {
      headers: { 'If-None-Match': etag },
    });
    expect(again.status).toBe(304);
    server.close();
  });

  test('old files go when nothing that is kept names them; roots stay', async () => {
    await team.found();
    for (const word of ['one', 'two', 'three', 'four']) {
      team.addPhrase(`rate ${word} hotels`);
      const draft = team.draft();
      await team.sign(draft, 'amira', 'bela');
      await publish([
        draft,
        '--to',
        team.repository,
        '--keys',
        team.at('keys', 'online'),
        '--keep',
        '2',
      ]);
    }
    const files = readdirSync(join(team.repository, 'metadata'));
    expect(files.filter((name) => name.endsWith('.targets.json'))).toEqual([
      '4.targets.json',
      '5.targets.json',
    ]);
    expect(files).toContain('1.root.json');
    expect(serialOf(await look())).toBe(5);
  });
});

describe('the online job', () => {
  const job = () => timestamp(['--to', team.repository, '--keys', team.at('keys', 'online')]);

  test('does nothing while the timestamp is young, and signs anew before it expires', async () => {
    await team.found();
    expect(await job()).toBe(0);
    expect(out()).toContain('young enough');
    const before = await look();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 86_400_000 });
    expect(await job()).toBe(0);
    const after = await look();
    expect(after.timestamp.version).toBe(before.timestamp.version + 1);
    expect(after.snapshot.version).toBe(before.snapshot.version);
    vi.setSystemTime(Date.now() + 10 * 86_400_000);
    await expect(look()).rejects.toMatchObject({ code: 'expired' });
    expect(await job()).toBe(0);
    expect((await look()).snapshot.version).toBe(before.snapshot.version + 1);
  });

  test('makes public what was put in place without the online keys', async () => {
    await team.found();
    team.addPhrase('rate hotels');
    const draft = team.draft();
    await team.sign(draft, 'amira', 'bela');
    expect(await publish([draft, '--to', team.repository, '--keys', team.at('none')])).toBe(0);
    expect(serialOf(await look())).toBe(1);
    expect(await job()).toBe(0);
    expect(serialOf(await look())).toBe(2);
  });

  test('never vouches for targets that too few have signed', async () => {
    await team.found();
    team.addPhrase('rate hotels');
    const draft = team.draft();
    await team.sign(draft, 'amira');
    // Somebody with write access to the host, who stole one key of two.
    cpSync(join(draft, 'targets'), join(team.repository, 'targets'), { recursive: true });
    cpSync(join(draft, 'targets.json'), metadataFile(team.repository, '2.targets'));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 86_400_000 });
    expect(await job()).toBe(0);
    expect(serialOf(await look())).toBe(1);
  });
});

describe('rotation', () => {
  const rotate = (draft: string, ...changes: string[]) =>
    keys(['rotate', draft, '--repository', team.repository, ...changes]);

  test('a lost key: the others put another in its place, and old installations follow', async () => {
    await team.found();
    await team.enrol('dewi');
    const draft = team.draft();
    const dewi = team.publicKey('dewi');
    await rotate(
      draft,
      '--remove',
      'root=amira',
      '--add',
      `root=${dewi}`,
      '--remove',
      'targets=amira',
      '--add',
      `targets=${dewi}`,
    );
    expect(out()).toContain('2 of 3: bela, chen, +dewi, -amira');
    // The rules that amira signed are void: the draft brings the targets along, signed anew.
    expect(await team.sign(draft, 'bela', 'chen')).toBe(0);
    expect(await team.publish(draft)).toBe(0);
    const found = await look();
    expect(found.root.version).toBe(2);
    expect(found.signers).toHaveLength(2);
    team.addPhrase('rate hotels');
    expect(await team.release('amira', 'bela')).toBe(1);
    expect(await team.release('dewi', 'bela')).toBe(0);
    expect(serialOf(await look())).toBe(2);
  });

  test('a stolen online key is replaced, and what it signed is worth nothing', async () => {
    await team.found();
    await team.enrol('fresh');
    const draft = team.draft();
    const fresh = team.publicKey('fresh');
    await rotate(
      draft,
      ...['snapshot', 'timestamp'].flatMap((role) => [
        '--remove',
        `${role}=online`,
        '--add',
        `${role}=${fresh}`,
      ]),
    );
    await team.sign(draft, 'amira', 'chen');
    expect(
      await publish([draft, '--to', team.repository, '--keys', team.at('keys', 'fresh')]),
    ).toBe(0);
    const found = await look();
    expect(found.timestamp.version).toBe(2);
    expect(await timestamp(['--to', team.repository, '--keys', team.at('keys', 'online')])).toBe(1);
  });

  test('a root that the old keys did not sign is refused', async () => {
    await team.found();
    await team.enrol('dewi', 'eko');
    const draft = team.draft();
    const added = ['dewi', 'eko'].flatMap((name) => ['--add', `root=${team.publicKey(name)}`]);
    await rotate(draft, ...added);
    expect(await team.sign(draft, 'dewi', 'eko')).toBe(0);
    expect(await team.publish(draft)).toBe(1);
    expect(out()).toContain('lacks signatures that root 1 asks for');
  });

  test('several rotations in a row are followed, and a root is renewed for a year', async () => {
    await team.found();
    for (let n = 0; n < 3; n++) {
      const draft = team.draft();
      await rotate(draft);
      await team.sign(draft, 'bela', 'chen');
      expect(await team.publish(draft)).toBe(0);
    }
    expect((await look()).root.version).toBe(4);
  });

  test('a role that could never be signed is refused at once', async () => {
    await team.found();
    expect(await rotate(team.draft(), '--threshold', 'targets=4')).toBe(1);
    expect(out()).toContain('targets would need 4 signatures of 3 keys');
    expect(await rotate(team.draft(), '--remove', 'targets=nobody')).toBe(1);
    expect(await rotate(team.draft(), '--remove', 'mirrors=amira')).toBe(1);
  });
});

test('a bad ruleset is taken back by publishing the old rules with the next serial', async () => {
  await team.found();
  const good = readFileSync(join(team.rules, 'signals/task-work/en.txt'), 'utf8');
  team.addPhrase('office');
  await team.release();
  writeFileSync(join(team.rules, 'signals/task-work/en.txt'), good);
  expect(await team.release('bela', 'chen')).toBe(0);
  const found = await look();
  expect(serialOf(found)).toBe(3);
  expect(found.texts.rules).not.toContain('office');
});

test('nobody publishes beside somebody else', async () => {
  await team.found();
  writeFileSync(join(team.repository, '.publishing'), String(process.ppid));
  expect(await timestamp(['--to', team.repository, '--keys', team.at('keys', 'online')])).toBe(1);
  expect(out()).toContain('is being published to');
  // Nothing lives under this number: whoever held the lock was killed.
  writeFileSync(join(team.repository, '.publishing'), '4194304');
  expect(await timestamp(['--to', team.repository, '--keys', team.at('keys', 'online')])).toBe(0);
});
