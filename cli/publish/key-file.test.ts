import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isSignedBy } from '#ruleset/tuf/keys.ts';
import { newPassphrase } from './ask.ts';
import { createKey, keysIn, readKey, unlock } from './key-file.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lurewatch-keys-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const passphrase = async () => 'correct horse battery staple';
const create = (owner: string) => createKey(folder, owner, passphrase, 2);

test('a key signs what the client of the extension verifies', async () => {
  const pair = await create('amira');
  const sign = await unlock(readKey(join(folder, 'amira.key')), await passphrase());
  const data = Buffer.from('rules');
  expect(await isSignedBy(pair.key, sign(data), data)).toBe(true);
  expect(await isSignedBy(pair.key, sign(data), Buffer.from('other rules'))).toBe(false);
});

test('the secret needs its passphrase and can be read by its owner alone', async () => {
  const { secret } = await create('bela');
  const file = join(folder, 'bela.key');
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(secret).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
  expect(readFileSync(join(folder, 'bela.pub'), 'utf8')).not.toContain('secret');
  await expect(unlock(readKey(file), 'wrong')).rejects.toThrow(/does not open the key of bela/);
  await expect(unlock(readKey(join(folder, 'bela.pub')), 'any')).rejects.toThrow(/no private key/);
});

test('a file with the public part of one key and the secret of another is refused', async () => {
  const [dewi, eko] = [await create('dewi'), await create('eko')];
  const file = join(folder, 'mixed.key');
  writeFileSync(file, JSON.stringify({ key: dewi.key, secret: eko.secret }));
  await expect(unlock(readKey(file), await passphrase())).rejects.toThrow(/another private key/);
  rmSync(file);
});

test('keys are never replaced, and bad names never become files', async () => {
  await create('chen');
  const before = readFileSync(join(folder, 'chen.key'), 'utf8');
  await expect(create('chen')).rejects.toThrow(/is there already/);
  expect(readFileSync(join(folder, 'chen.key'), 'utf8')).toBe(before);
  for (const name of ['../chen', '', 'A B', '-x'])
    await expect(create(name)).rejects.toThrow(/name/);
  expect(keysIn(folder).map(({ owner }) => owner)).toContain('chen');
});

test('a short passphrase is refused', async () => {
  process.env.LUREWATCH_PASSPHRASE = 'short';
  await expect(newPassphrase('amira')).rejects.toThrow(/15 characters/);
  delete process.env.LUREWATCH_PASSPHRASE;
});

test('what is no key file is named', () => {
  const file = join(folder, 'x.pub');
  writeFileSync(file, '{"key":{"keytype":"rsa"}}');
  expect(() => readKey(file)).toThrow(/x\.pub/);
  expect(() => readKey(join(folder, 'none.pub'))).toThrow(/none\.pub/);
});
