/** Roots and keys that change, over any number of steps. */
import { describe, expect, test } from 'vitest';
import { makeKey } from './testing/keys.ts';
import { DAY, inDays, TODAY } from './testing/repository.ts';
import { stage } from './testing/stage.ts';

describe('root rotation', () => {
  test('over several steps, each signed by the keys before it', async () => {
    const { repository, store, client } = await stage();
    for (let step = 0; step < 5; step++) {
      const old = [...repository.signers.root];
      repository.replaceKeys('root');
      repository.publishRoot(1, [...old, ...repository.signers.root]);
    }
    await client().refresh();
    expect(store.version('root')).toBe(6);
  });

  test('after a year offline: expired roots lead to the one that holds', async () => {
    const { repository, store, client } = await stage();
    repository.root.expires = inDays(100);
    repository.publishRoot();
    repository.root.expires = inDays(500);
    repository.publishRoot();
    for (const role of ['timestamp', 'snapshot', 'targets'] as const)
      repository[role].expires = inDays(400);
    repository.publish();
    await client(TODAY + 365 * DAY).refresh();
    expect(store.version('root')).toBe(3);
    expect(store.version('targets')).toBe(2);
  });

  test('a lost key: three of five go on without it', async () => {
    const { repository, store, client, refuses } = await stage();
    const old = [...repository.signers.root];
    repository.replaceKeys('root', 5);
    repository.root.roles.root.threshold = 3;
    repository.publishRoot(1, [...old, ...repository.signers.root]);
    await client().refresh();
    const five = [...repository.signers.root];
    const [lost] = five;
    repository.root.roles.root.keyids = repository.root.roles.root.keyids.filter(
      (id) => id !== lost!.id,
    );
    repository.publishRoot(1, five.slice(1, 3));
    await refuses('unsigned');
    repository.publishRoot(0, five.slice(1, 4));
    await client().refresh();
    expect(store.version('root')).toBe(3);
  });

  test('is kept step by step: killed between two, it goes on from the last', async () => {
    const { repository, store, client } = await stage();
    for (let step = 0; step < 4; step++) repository.publishRoot();
    store.changesLeft = 2;
    await expect(client().refresh()).rejects.toThrow('killed');
    expect(store.version('root')).toBe(3);
    store.changesLeft = Number.POSITIVE_INFINITY;
    repository.asked.length = 0;
    await client().refresh();
    expect(store.version('root')).toBe(5);
    expect(repository.asked).not.toContain('3.root.json');
  });

  test('a root that expires is followed by the next before its expiry is asked', async () => {
    const { repository, store, client, refuses } = await stage();
    repository.root.expires = inDays(-1);
    repository.publishRoot();
    await refuses('expired');
    repository.root.expires = inDays(10);
    repository.publishRoot();
    await client().refresh();
    expect(store.version('root')).toBe(3);
  });
});

describe.each(['timestamp', 'snapshot', 'targets'] as const)('%s keys', (role) => {
  test('that are replaced count from then on, and the old ones no longer', async () => {
    const { repository, store, client, refuses } = await stage();
    await client().refresh();
    const old = [...repository.signers[role]];
    repository.replaceKeys(role);
    repository.publishRoot();
    repository.publish();
    await client().refresh();
    expect(store.version(role)).toBe(2);
    repository.signers[role] = old;
    repository.publish();
    await refuses('unsigned', TODAY, [role]);
  });

  test('metadata that only old keys signed are not used from the store', async () => {
    const { repository, store, client, refuses } = await stage();
    repository.publish();
    await client().refresh();
    const old = [...repository.signers[role]];
    repository.replaceKeys(role);
    repository.publishRoot();
    await refuses('unsigned', TODAY, ['targets']);
    repository.signers[role] = [...old, ...repository.signers[role]];
    repository.publish();
    await client().refresh();
    expect(store.version(role)).toBe(3);
  });
});

test('two updaters at once end with the newest', async () => {
  const { repository, store, client } = await stage();
  await client().refresh();
  repository.publish();
  await Promise.all([client().refresh(), client().refresh(), client().refresh()]);
  expect(['timestamp', 'snapshot', 'targets'].map((role) => store.version(role))).toEqual([
    2, 2, 2,
  ]);
});

test('a background killed at any change goes on to the newest', async () => {
  for (let changes = 0; changes < 8; changes++) {
    const { repository, store, client } = await stage();
    await client().refresh();
    repository.addKey('timestamp', makeKey());
    repository.publishRoot();
    repository.publish();
    store.changesLeft = changes;
    await client()
      .refresh()
      .catch((error) => expect(error.message).toBe('killed'));
    store.changesLeft = Number.POSITIVE_INFINITY;
    await client().refresh();
    expect(store.version('targets')).toBe(2);
  }
});

test('what is stored is not fetched again', async () => {
  const { repository, client } = await stage();
  await client().refresh();
  repository.asked.length = 0;
  await client().refresh();
  expect(repository.asked).toEqual(['2.root.json', 'timestamp.json']);
});

test('a repository without consistent snapshots is read under plain names', async () => {
  const { repository, store, client } = await stage();
  repository.root.consistent_snapshot = false;
  repository.publishRoot();
  repository.addTarget('dir/rules.txt', 'rules');
  repository.publish();
  for (const role of ['snapshot', 'targets'])
    repository.write(`${role}.json`, repository.files.get(`2.${role}.json`)!);
  repository.write('dir/rules.txt', new TextEncoder().encode('rules'));
  const one = client();
  const target = (await one.find('dir/rules.txt'))!;
  expect(new TextDecoder().decode(await one.download(target))).toBe('rules');
  expect(repository.asked).toContain('targets.json');
  expect(store.version('targets')).toBe(2);
});
