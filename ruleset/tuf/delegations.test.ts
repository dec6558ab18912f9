import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { DelegatedRole, TargetFile, Targets } from './metadata.ts';
import { LIMITS } from './ports.ts';
import { makeKey, type SigningKey } from './testing/keys.ts';
import { envelope, inDays, TODAY } from './testing/repository.ts';
import { stage } from './testing/stage.ts';

type Edge = Partial<Omit<DelegatedRole, 'name'>> & { from: string; to: string };

const FILE: TargetFile = { length: 1, hashes: { sha256: '00'.repeat(32) } };

/** A repository whose targets delegate along edges; every role has a key of its own. */
async function delegating(edges: Edge[], holders: Record<string, Record<string, TargetFile>>) {
  const all = await stage();
  const { repository } = all;
  const keys = new Map<string, SigningKey>();
  const roles = new Map<string, Targets>([['targets', repository.targets]]);
  for (const { to } of edges) {
    if (!keys.has(to)) keys.set(to, makeKey());
    if (!roles.has(to))
      roles.set(to, {
        _type: 'targets',
        spec_version: '1.0.31',
        version: 1,
        expires: inDays(30),
        targets: {},
      });
  }
  for (const { from, to, ...rest } of edges) {
    const role = roles.get(from)!;
    role.delegations ??= { keys: {}, roles: [] };
    const key = keys.get(to)!;
    role.delegations.keys[key.id] = key.key;
    role.delegations.roles.push({
      name: to,
      keyids: [key.id],
      threshold: 1,
      terminating: false,
      ...(rest.path_hash_prefixes ? {} : { paths: ['*'] }),
      ...rest,
    });
  }
  const write = () => {
    for (const [name, role] of roles) {
      Object.assign(role.targets, holders[name]);
      if (name === 'targets') continue;
      const file = encodeURIComponent(name);
      repository.write(`${role.version}.${file}.json`, envelope(role, [keys.get(name)!]));
      repository.snapshot.meta[`${name}.json`] = { version: role.version };
    }
    repository.publish();
  };
  write();
  return { ...all, roles, keys, write };
}

const visited = (asked: string[]): string[] =>
  asked
    .filter((path) => /^\d+\.(?!root|targets|snapshot)/.test(path))
    .map((path) => path.split('.')[1]!);

describe('the search for a target', () => {
  test('goes depth first, in the order of the delegations', async () => {
    const { repository, client } = await delegating(
      [
        { from: 'targets', to: 'a' },
        { from: 'targets', to: 'b' },
        { from: 'a', to: 'c' },
      ],
      {},
    );
    expect(await client().find('file')).toBeUndefined();
    expect(visited(repository.asked)).toEqual(['a', 'c', 'b']);
  });

  test('ends with the first role that has it', async () => {
    const { repository, client } = await delegating(
      [
        { from: 'targets', to: 'a' },
        { from: 'targets', to: 'b' },
      ],
      { a: { file: FILE }, b: { file: { ...FILE, length: 2 } } },
    );
    expect(await client().find('file')).toMatchObject({ length: 1 });
    expect(visited(repository.asked)).toEqual(['a']);
  });

  test('ends at a terminating role, also for those that wait', async () => {
    const { repository, client } = await delegating(
      [
        { from: 'targets', to: 'a' },
        { from: 'targets', to: 'b' },
        { from: 'a', to: 'c', terminating: true },
        { from: 'a', to: 'd' },
      ],
      { b: { file: FILE }, d: { file: FILE } },
    );
    expect(await client().find('file')).toBeUndefined();
    expect(visited(repository.asked)).toEqual(['a', 'c']);
  });

  test('does not go round in circles', async () => {
    const { repository, client } = await delegating(
      [
        { from: 'targets', to: 'a' },
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
      ],
      {},
    );
    expect(await client().find('file')).toBeUndefined();
    expect(visited(repository.asked)).toEqual(['a', 'b']);
  });

  test('ends after so many roles', async () => {
    const edges = Array.from({ length: 9 }, (_, at) => ({
      from: at === 0 ? 'targets' : `r${at - 1}`,
      to: `r${at}`,
    }));
    const { repository, client } = await delegating(edges, { r8: { file: FILE } });
    const few = { ...LIMITS, delegations: 3 };
    expect(await client(TODAY, few).find('file')).toBeUndefined();
    expect(visited(repository.asked)).toEqual(['r0', 'r1', 'r2']);
  });

  test.each([
    ['*', 'file', true],
    ['*', 'dir/file', false],
    ['dir/*', 'dir/file', true],
    ['dir/*', 'dir/sub/file', false],
    ['*/file', 'dir/file', true],
    ['f?le', 'file', true],
    ['f?le', 'fle', false],
    ['f?le', 'f/le', false],
    ['*.tx*', 'a.txt.txt', true],
    ['*a*b*c', 'xaxbxbxc', true],
    ['*a*b*c', 'xaxcxb', false],
    ['File', 'file', false],
    ['', 'file', false],
    ['[f]ile', 'file', false],
  ])('pattern %j and path %j: %s', async (pattern, path, isFound) => {
    const edge = { from: 'targets', to: 'a', paths: [pattern] };
    const { client } = await delegating([edge], { a: { [path]: FILE } });
    expect((await client().find(path)) !== undefined).toBe(isFound);
  });

  test('follows prefixes of the hash of the path', async () => {
    const hash = createHash('sha256').update('file').digest('hex');
    for (const [prefix, isFound] of [
      [hash.slice(0, 3), true],
      [hash.slice(1, 4), false],
    ] as const) {
      const edge = { from: 'targets', to: 'a', path_hash_prefixes: [prefix] };
      const { client } = await delegating([edge], { a: { file: FILE } });
      expect((await client().find('file')) !== undefined).toBe(isFound);
    }
  });
});

describe('a delegated role', () => {
  test.each(['?', '#', '/odd', '../odd', 'ü ?%41'])('may be called %j', async (name) => {
    const edge = { from: 'targets', to: name };
    const { client, store } = await delegating([edge], { [name]: { file: FILE } });
    expect(await client().find('file')).toMatchObject({ path: 'file' });
    expect([...store.files.keys()]).toContain(`${encodeURIComponent(name)}.json`);
  });

  test('never takes the place of a top-level one', async () => {
    const { client, store } = await delegating([{ from: 'targets', to: 'root' }], {
      root: { file: FILE },
    });
    const root = store.files.get('root.json');
    expect(await client().find('file')).toBeUndefined();
    expect(store.files.get('root.json')).toEqual(root);
  });

  test('that the snapshot does not name is refused', async () => {
    const { repository, client } = await delegating([{ from: 'targets', to: 'a' }], {
      a: { file: FILE },
    });
    delete repository.snapshot.meta['a.json'];
    repository.publish();
    await expect(client().find('file')).rejects.toMatchObject({ code: 'mismatch' });
  });

  test('is verified for each delegator anew, from the store too', async () => {
    const { client, roles, keys, write } = await delegating(
      [
        { from: 'targets', to: 'a' },
        { from: 'targets', to: 'b' },
        { from: 'b', to: 'a' },
      ],
      { a: { file: FILE } },
    );
    await client().find('file');
    // The first delegator takes another key for the role; the second keeps the old one.
    const other = makeKey();
    const { delegations } = roles.get('targets')!;
    delegations!.keys[other.id] = other.key;
    delegations!.roles[0]!.keyids = [other.id];
    write();
    await expect(client().find('file')).rejects.toMatchObject({ code: 'unsigned' });
    expect(keys.size).toBe(2);
  });

  test('that has expired is refused', async () => {
    const { client, roles, write } = await delegating([{ from: 'targets', to: 'a' }], {
      a: { file: FILE },
    });
    roles.get('a')!.expires = inDays(-1);
    roles.get('a')!.version = 2;
    write();
    await expect(client().find('file')).rejects.toMatchObject({ code: 'expired' });
  });
});
