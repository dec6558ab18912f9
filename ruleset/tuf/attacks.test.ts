/** Attacks of the TUF specification, section 1.5.2, each by its name. */
import { describe, expect, test } from 'vitest';
import { LIMITS } from './ports.ts';
import { makeKey } from './testing/keys.ts';
import { DAY, envelope, inDays, TODAY, type Top } from './testing/repository.ts';
import { stage } from './testing/stage.ts';

const BELOW_ROOT: Top[] = ['timestamp', 'snapshot', 'targets'];

describe('arbitrary software', () => {
  test.each(BELOW_ROOT)('a %s that a stranger signed', async (role) => {
    const { repository, client, refuses } = await stage();
    await client().refresh();
    repository.signers[role] = [makeKey()];
    repository.publish();
    await refuses('unsigned', TODAY, [role]);
  });

  test.each(BELOW_ROOT)('a %s that nobody signed', async (role) => {
    const { repository, refuses } = await stage();
    repository.signers[role] = [];
    repository.publish();
    await refuses('unsigned', TODAY, [role]);
  });

  test.each(BELOW_ROOT)('a %s that was changed after it was signed', async (role) => {
    const { repository, refuses } = await stage();
    const file = role === 'timestamp' ? 'timestamp.json' : `1.${role}.json`;
    const { signed, signatures } = JSON.parse(new TextDecoder().decode(repository.files.get(file)));
    signed.expires = inDays(31);
    repository.write(file, new TextEncoder().encode(JSON.stringify({ signed, signatures })));
    await refuses('unsigned', TODAY, [role]);
  });

  test('a root that only its own new keys signed', async () => {
    const { repository, store, refuses } = await stage();
    repository.replaceKeys('root');
    repository.publishRoot();
    await refuses('unsigned');
    expect(store.version('root')).toBe(1);
  });

  test('a root that its new keys did not sign', async () => {
    const { repository, store, refuses } = await stage();
    const old = [...repository.signers.root];
    repository.replaceKeys('root');
    repository.publishRoot(1, old);
    await refuses('unsigned');
    expect(store.version('root')).toBe(1);
  });

  test('a root of trust that does not sign itself', async () => {
    const { repository, client } = await stage();
    await expect(client().init(repository.signed('root', [makeKey()]))).rejects.toMatchObject({
      code: 'unsigned',
    });
  });

  test('other bytes in place of a target', async () => {
    const { repository, client } = await stage();
    repository.addTarget('rules.txt.gz', 'honest');
    repository.publish();
    const target = (await client().find('rules.txt.gz'))!;
    repository.addTarget('rules.txt.gz', 'forged');
    const name = `${target.hashes.sha256}.rules.txt.gz`;
    repository.write(name, new TextEncoder().encode('forged'));
    const again = client();
    const found = (await again.find('rules.txt.gz'))!;
    await expect(again.download(found)).rejects.toMatchObject({ code: 'mismatch' });
  });
});

describe('rollback', () => {
  test('an older timestamp', async () => {
    const { repository, client, refuses } = await stage();
    const old = repository.files.get('timestamp.json')!;
    repository.publish();
    await client().refresh();
    repository.write('timestamp.json', old);
    await refuses('rollback');
  });

  test('an older timestamp that names the same snapshot', async () => {
    const { repository, client, refuses } = await stage();
    const old = repository.files.get('timestamp.json')!;
    repository.publishTimestamp();
    await client().refresh();
    repository.write('timestamp.json', old);
    await refuses('rollback');
  });

  test('a newer timestamp that names an older snapshot', async () => {
    const { repository, client, refuses } = await stage();
    repository.publish();
    await client().refresh();
    repository.timestamp.meta['snapshot.json'] = { version: 1 };
    repository.publishTimestamp();
    await refuses('rollback');
  });

  test('a newer snapshot that names older targets', async () => {
    const { repository, client, refuses } = await stage();
    repository.publish();
    await client().refresh();
    repository.snapshot.meta['targets.json'] = { version: 1 };
    repository.publishSnapshot();
    await refuses('rollback', TODAY, ['snapshot', 'targets']);
  });

  test('a snapshot that no longer names a role', async () => {
    const { repository, client, refuses } = await stage();
    repository.snapshot.meta['partner.json'] = { version: 1 };
    repository.publish();
    await client().refresh();
    delete repository.snapshot.meta['partner.json'];
    repository.publishSnapshot();
    await refuses('rollback', TODAY, ['snapshot', 'targets']);
  });

  test('an older root under the name of the next one', async () => {
    const { repository, store, refuses } = await stage();
    repository.write('2.root.json', repository.files.get('1.root.json')!);
    await refuses('mismatch');
    expect(store.version('root')).toBe(1);
  });

  test('a root that skips a version', async () => {
    const { repository, store, refuses } = await stage();
    repository.publishRoot(2);
    repository.write('2.root.json', repository.files.get('3.root.json')!);
    await refuses('mismatch');
    expect(store.version('root')).toBe(1);
  });

  test('a timestamp of the same version with other words is passed over', async () => {
    const { repository, store, client } = await stage();
    await client().refresh();
    const kept = store.files.get('timestamp.json');
    repository.timestamp.expires = inDays(40);
    repository.write('timestamp.json', repository.signed('timestamp'));
    await client().refresh();
    expect(store.files.get('timestamp.json')).toEqual(kept);
  });
});

describe('fast-forward recovery', () => {
  /** Somebody had the keys and signed versions that no honest one will reach. */
  const HIGH = 2 ** 40;

  test('of the timestamp, by another key', async () => {
    const { repository, store, client } = await stage();
    repository.timestamp.version = HIGH;
    repository.publishTimestamp();
    await client().refresh();
    repository.replaceKeys('timestamp');
    repository.publishRoot();
    repository.timestamp.version = 1;
    repository.publishTimestamp();
    await client().refresh();
    expect(store.version('timestamp')).toBe(2);
  });

  test.each(['snapshot', 'targets'] as const)(
    'of the %s, by another snapshot key',
    async (role) => {
      const { repository, store, client } = await stage();
      repository[role].version = HIGH;
      repository.publish();
      await client().refresh();
      repository.replaceKeys('snapshot');
      repository.publishRoot();
      repository.snapshot.version = role === 'snapshot' ? 1 : repository.snapshot.version;
      repository.targets.version = 1;
      repository.publish();
      await client().refresh();
      expect(store.version(role)).toBeLessThan(HIGH);
      expect(store.version('targets')).toBe(2);
    },
  );

  test.each([
    ['timestamp', 'timestamp'],
    ['snapshot', 'snapshot'],
    ['snapshot', 'targets'],
  ] as const)(
    'where one of two %s keys stays: a high version of the %s is forgotten all the same',
    async (rotated, high) => {
      const { repository, store, client } = await stage();
      repository.addKey(rotated);
      repository.publishRoot();
      repository[high].version = HIGH;
      repository.publish();
      await client().refresh();
      repository.signers[rotated].shift();
      repository.root.roles[rotated].keyids.shift();
      repository.publishRoot();
      repository[high].version = 4;
      repository.publish();
      await client().refresh();
      expect(store.version(high)).toBe(5);
    },
  );

  test('where the background is killed between the new root and what it makes void', async () => {
    for (let changes = 0; changes < 6; changes++) {
      const { repository, store, client } = await stage();
      repository.snapshot.version = HIGH;
      repository.publish();
      await client().refresh();
      repository.replaceKeys('snapshot');
      repository.replaceKeys('timestamp');
      repository.publishRoot();
      repository.snapshot.version = 1;
      repository.timestamp.version = 1;
      repository.publish();
      store.changesLeft = changes;
      await client()
        .refresh()
        .catch(() => {});
      store.changesLeft = Number.POSITIVE_INFINITY;
      await client().refresh();
      expect(store.version('snapshot')).toBe(2);
    }
  });
});

describe('indefinite freeze', () => {
  test.each(BELOW_ROOT)('a %s that has expired', async (role) => {
    const { repository, refuses } = await stage();
    repository[role].expires = inDays(-1);
    repository.publish();
    await refuses('expired', TODAY, [role]);
  });

  test('the same timestamp again and again, until it has expired', async () => {
    const { repository, client, refuses } = await stage();
    for (const role of ['root', 'snapshot', 'targets'] as const)
      repository[role].expires = inDays(300);
    repository.publishRoot();
    repository.publish();
    await client().refresh();
    await client(TODAY + 29 * DAY).refresh();
    await refuses('expired', TODAY + 30 * DAY);
  });

  test.each(['snapshot', 'targets'] as const)('the same %s until it has expired', async (role) => {
    const { repository, client, refuses } = await stage();
    repository[role].expires = inDays(3);
    repository.publish();
    await client().refresh();
    repository.publishTimestamp();
    await refuses('expired', TODAY + 3 * DAY, [role]);
  });

  test('an expired root: it is kept, and nothing below it is taken', async () => {
    const { repository, store, client, refuses } = await stage();
    repository.root.expires = inDays(-1);
    repository.publishRoot();
    repository.publish();
    await refuses('expired');
    expect(store.version('root')).toBe(2);
    repository.root.expires = inDays(30);
    repository.publishRoot();
    await client().refresh();
    expect(store.version('root')).toBe(3);
  });

  test('one time holds for the whole refresh', async () => {
    const { repository, store, client } = await stage();
    let asked = 0;
    const { TufClient } = await import('./client.ts');
    const ticking = new TufClient({
      store,
      fetchMetadata: repository.fetch,
      fetchTarget: repository.fetch,
      clock: () => TODAY + 29 * DAY + asked++ * DAY,
    });
    await ticking.refresh();
    expect(asked).toBe(1);
    await expect(client(TODAY + 30 * DAY).refresh()).rejects.toMatchObject({ code: 'expired' });
  });

  test.each(['2026-13-01T00:00:00Z', '2026-02-30T00:00:00Z', '2030-01-01', 'never', ''])(
    'metadata that expire at %j, which is no time',
    async (expires) => {
      const { repository, refuses } = await stage();
      repository.timestamp.expires = expires;
      repository.publishTimestamp();
      await refuses('bad-metadata');
    },
  );
});

describe('endless data', () => {
  test.each([
    ['2.root.json', LIMITS.rootBytes],
    ['timestamp.json', LIMITS.timestampBytes],
    ['1.snapshot.json', LIMITS.snapshotBytes],
    ['1.targets.json', LIMITS.targetsBytes],
  ])('%s of more bytes than it may have', async (name, limit) => {
    const { repository, refuses } = await stage();
    const bytes = new Uint8Array(limit + 1).fill(0x20);
    bytes.set(repository.files.get(name) ?? repository.files.get('1.root.json')!);
    repository.write(name, bytes);
    await refuses('too-large', TODAY, []);
  });

  test('no more than the length that is signed is taken', async () => {
    const { repository, client } = await stage();
    const asked: number[] = [];
    repository.addTarget('rules.txt.gz', 'honest');
    repository.publish();
    const { TufClient } = await import('./client.ts');
    const { store } = await stage();
    await store.change({ name: 'root.json', bytes: repository.files.get('1.root.json')! });
    const careful = new TufClient({
      store,
      fetchMetadata: repository.fetch,
      fetchTarget: (path, maxLength) => {
        asked.push(maxLength);
        return repository.fetch(path, maxLength);
      },
      clock: () => TODAY,
    });
    await careful.download((await careful.find('rules.txt.gz'))!);
    expect(asked).toEqual(['honest'.length]);
    await client().refresh();
  });

  test('roots without end', async () => {
    const { repository, store, client } = await stage();
    for (let made = 0; made < 5; made++) repository.publishRoot();
    await client(TODAY, { ...LIMITS, rootRotations: 3 }).refresh();
    expect(store.version('root')).toBe(4);
  });
});

describe('mix-and-match', () => {
  test('a snapshot of another version than the timestamp names', async () => {
    const { repository, client, refuses } = await stage();
    await client().refresh();
    repository.publish();
    repository.write('2.snapshot.json', repository.files.get('1.snapshot.json')!);
    await refuses('mismatch', TODAY, ['snapshot', 'targets']);
  });

  test('targets of another version than the snapshot names', async () => {
    const { repository, client, refuses } = await stage();
    await client().refresh();
    repository.publish();
    repository.write('2.targets.json', repository.files.get('1.targets.json')!);
    await refuses('mismatch', TODAY, ['targets']);
  });

  test.each(['snapshot', 'targets'] as const)(
    'a well signed %s whose hash is not the one that is named',
    async (role) => {
      const { repository, refuses } = await stage();
      const meta = { version: 2, hashes: { sha256: '00'.repeat(32) } };
      repository.publish();
      if (role === 'targets') {
        repository.snapshot.meta['targets.json'] = meta;
        repository.publishSnapshot();
      } else {
        repository.timestamp.meta['snapshot.json'] = meta;
        repository.publishTimestamp();
      }
      await refuses('mismatch', TODAY, [role]);
    },
  );

  test('a wrong length, both ways', async () => {
    for (const more of [-1, 1]) {
      const { repository, refuses } = await stage();
      repository.publish();
      const length = repository.files.get('2.snapshot.json')!.length + more;
      repository.timestamp.meta['snapshot.json'] = { version: 2, length };
      repository.publishTimestamp();
      await refuses(more < 0 ? 'too-large' : 'mismatch', TODAY, ['snapshot']);
    }
  });

  test('right hashes and lengths are taken', async () => {
    const { createHash } = await import('node:crypto');
    const { repository, store, client } = await stage();
    repository.publish();
    const bytes = repository.files.get('2.snapshot.json')!;
    const hashes = { sha256: createHash('sha256').update(bytes).digest('hex') };
    repository.timestamp.meta['snapshot.json'] = { version: 2, length: bytes.length, hashes };
    repository.publishTimestamp();
    await client().refresh();
    expect(store.version('snapshot')).toBe(2);
  });
});

describe('wrong software', () => {
  test('metadata of one kind in the place of another', async () => {
    const { repository, refuses } = await stage();
    const key = repository.signers.targets[0]!;
    repository.addKey('timestamp', key);
    repository.publishRoot();
    repository.write('timestamp.json', repository.signed('targets', [key]));
    await refuses('bad-metadata');
  });

  test.each([...BELOW_ROOT, 'root'] as const)(
    'a %s of the right form that says it is something else',
    async (role) => {
      const { repository, refuses } = await stage();
      Object.assign(repository[role], { _type: 'mirrors' });
      if (role === 'root') repository.publishRoot();
      else repository.publish();
      await refuses('bad-metadata', TODAY, [role]);
    },
  );

  test('a target of one path for another', async () => {
    const { repository, client } = await stage();
    repository.addTarget('rules.txt.gz', 'rules');
    repository.publish();
    expect(await client().find('indicators.txt.gz')).toBeUndefined();
    expect(await client().find('__proto__')).toBeUndefined();
  });

  test('a hash of an unknown kind', async () => {
    const { repository, client } = await stage();
    repository.addTarget('rules.txt.gz', 'rules');
    repository.targets.targets['rules.txt.gz']!.hashes = { crc32: '00000000' };
    repository.write('00000000.rules.txt.gz', new TextEncoder().encode('rules'));
    repository.publish();
    const one = client();
    const target = (await one.find('rules.txt.gz'))!;
    await expect(one.download(target)).rejects.toMatchObject({ code: 'mismatch' });
  });
});

describe('extraneous dependencies', () => {
  test('a target is one file: what its custom part says is handed on, never followed', async () => {
    const { repository, client } = await stage();
    repository.addTarget('rules.txt.gz', 'rules');
    repository.targets.targets['rules.txt.gz']!.custom = { needs: ['evil.js'] };
    repository.publish();
    const one = client();
    const target = (await one.find('rules.txt.gz'))!;
    repository.asked.length = 0;
    await one.download(target);
    expect(target.custom).toEqual({ needs: ['evil.js'] });
    expect(repository.asked).toHaveLength(1);
  });
});

describe('malicious mirror', () => {
  test.each(['timestamp.json', '1.snapshot.json', '1.targets.json'])(
    'holds %s back: an error, and an honest mirror mends it',
    async (name) => {
      const { repository, client, refuses } = await stage();
      const bytes = repository.files.get(name)!;
      repository.files.delete(name);
      await refuses('missing', TODAY, []);
      repository.write(name, bytes);
      await client().refresh();
    },
  );

  test('cuts a file short', async () => {
    const { repository, refuses } = await stage();
    repository.write('timestamp.json', repository.files.get('timestamp.json')!.slice(0, -5));
    await refuses('not-an-update');
  });
});

describe('key compromise below the threshold', () => {
  test.each(BELOW_ROOT)('one of two keys of the %s', async (role) => {
    const { repository, store, client, refuses } = await stage();
    const second = repository.addKey(role);
    repository.root.roles[role].threshold = 2;
    repository.publishRoot();
    repository.publish();
    await client().refresh();
    repository.signers[role] = [second];
    repository.publish();
    await refuses('unsigned', TODAY, [role]);
    expect(store.version(role)).toBe(2);
  });

  test('one of two root keys', async () => {
    const { repository, store, client, refuses } = await stage();
    const second = repository.addKey('root');
    repository.root.roles.root.threshold = 2;
    repository.publishRoot();
    await client().refresh();
    repository.publishRoot(1, [second]);
    await refuses('unsigned');
    expect(store.version('root')).toBe(2);
  });

  test('one key that signs twice', async () => {
    const { repository, refuses } = await stage();
    repository.addKey('targets');
    repository.root.roles.targets.threshold = 2;
    repository.publishRoot();
    const [first] = repository.signers.targets;
    repository.signers.targets = [first!, first!];
    repository.publish();
    await refuses('not-an-update', TODAY, ['targets']);
  });

  test('one key under two ids', async () => {
    const { repository, refuses } = await stage();
    const [key] = repository.signers.targets;
    repository.addKey('targets', { ...key!, id: 'another-id' });
    repository.root.roles.targets.threshold = 2;
    repository.publishRoot();
    repository.publish();
    await refuses('unsigned', TODAY, ['targets']);
  });

  test('one id that is listed twice', async () => {
    const { repository, refuses } = await stage();
    const [id] = repository.root.roles.targets.keyids;
    repository.root.roles.targets = { keyids: [id!, id!], threshold: 2 };
    repository.publishRoot();
    await refuses('bad-metadata');
  });

  test('a key that is known, but not for this role', async () => {
    const { repository, refuses } = await stage();
    repository.signers.targets = repository.signers.snapshot;
    repository.publish();
    await refuses('unsigned', TODAY, ['targets']);
  });

  test('a threshold of nothing', async () => {
    const { repository, refuses } = await stage();
    repository.root.roles.targets.threshold = 0;
    repository.publishRoot();
    await refuses('bad-metadata');
  });
});

test('a spec version of another major number is refused', async () => {
  for (const version of ['2.0.0', '0.9', '1', 'x.1', '10.0.0']) {
    const { repository, refuses } = await stage();
    repository.timestamp.spec_version = version;
    repository.publishTimestamp();
    await refuses('bad-metadata');
  }
});

test('fields that the specification does not name are signed with the others, and kept', async () => {
  const { repository, store, client } = await stage();
  Object.assign(repository.timestamp, { extra: { nested: ['ü', 1] } });
  repository.publishTimestamp();
  await client().refresh();
  expect(store.files.get('timestamp.json')).toEqual(repository.files.get('timestamp.json'));
});

test('a signature too many does no harm', async () => {
  const { repository, store, client } = await stage();
  repository.write(
    'timestamp.json',
    envelope({ ...repository.timestamp, version: 2 }, [makeKey(), ...repository.signers.timestamp]),
  );
  await client().refresh();
  expect(store.version('timestamp')).toBe(2);
});
