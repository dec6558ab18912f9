/** Bad input: whatever a mirror or a network answers, the client says what is wrong and goes on. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UpdateError } from './errors.ts';
import { parseStrictly } from './json.ts';
import { makeKey } from './testing/keys.ts';
import { envelope, TODAY } from './testing/repository.ts';
import { stage } from './testing/stage.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

test.each([
  ['the page of a captive portal', '<!doctype html><title>Welcome to the hotel</title>'],
  ['nothing', ''],
  ['a list', '[]'],
  ['a number', '1'],
  ['null', 'null'],
  ['an object that is no metadata', '{"status":"ok"}'],
  ['metadata without signatures', '{"signed":{}}'],
])('%s is not an update', async (_, answer) => {
  const { repository, refuses } = await stage();
  repository.write('timestamp.json', bytesOf(answer));
  await refuses('not-an-update');
  repository.write('2.root.json', bytesOf(answer));
  await refuses('not-an-update');
});

describe('JSON with two meanings', () => {
  test.each([
    ['a key twice', '{"a":1,"b":{"c":1,"c":2}}'],
    ['a key twice, once in another spelling', '{"ab":1,"\\u0061b":2}'],
    ['a whole number beyond 2^53', '{"version":9007199254740993}'],
    ['a whole number of a hundred digits', `{"version":1${'0'.repeat(100)}}`],
    ['a negative one', '{"version":-9007199254740993}'],
  ])('%s', (_, text) => {
    expect(() => parseStrictly(bytesOf(text))).toThrow(
      expect.objectContaining({ name: 'UpdateError', code: 'bad-metadata' }),
    );
  });

  test.each([
    '{"a":{"x":1},"b":{"x":1},"c":["x","x",":"]}',
    '{"a":"\\"b\\":1,\\"b\\":2","b":"{"}',
    '{"version":9007199254740991}',
  ])('harmless: %s', (text) => {
    expect(parseStrictly(bytesOf(text))).toEqual(JSON.parse(text));
  });

  test('any JSON object without loopholes is read as it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ noUnicodeString: false })), (value) => {
        const text = JSON.stringify(value);
        try {
          expect(parseStrictly(bytesOf(text))).toEqual(JSON.parse(text));
        } catch (error) {
          // A random number may be a whole one of many digits.
          expect(error).toBeInstanceOf(UpdateError);
          expect(text).toMatch(/\d{16}/);
        }
      }),
    );
  });

  test('in a timestamp', async () => {
    const { repository, refuses } = await stage();
    const text = textOf(repository.files.get('timestamp.json'));
    repository.write(
      'timestamp.json',
      bytesOf(text.replace('"version": 1', '"version":1,"version":9')),
    );
    await refuses('bad-metadata');
  });

  test('a fraction, which has no canonical form', async () => {
    const { repository, refuses } = await stage();
    const [key] = repository.signers.timestamp;
    const signed = envelope({ ...repository.timestamp, version: 2 }, [key!]);
    repository.write(
      'timestamp.json',
      bytesOf(textOf(signed).replace('"version": 2', '"version":2,"x":0.5')),
    );
    await refuses('bad-metadata');
  });
});

describe('signatures', () => {
  test.each(['ed25519', 'ecdsa', 'rsa'] as const)('by %s are verified', async (kind) => {
    const { repository, store, client, refuses } = await stage();
    repository.replaceKeys('timestamp', 0);
    repository.addKey('timestamp', makeKey(kind));
    repository.publishRoot();
    repository.publishTimestamp();
    await client().refresh();
    expect(store.version('timestamp')).toBe(2);
    repository.signers.timestamp = [
      { ...makeKey(kind), id: repository.root.roles.timestamp.keyids[0]! },
    ];
    repository.publishTimestamp();
    await refuses('unsigned');
  });

  const damaged: [string, (sig: string) => string][] = [
    ['cut short', (sig) => sig.slice(2)],
    ['with more behind it', (sig) => `${sig}00`],
    ['of half a byte', (sig) => sig.slice(1)],
    ['that is empty', () => ''],
    ['that is not hexadecimal', (sig) => `zz${sig.slice(2)}`],
    ['with a changed bit', (sig) => `${sig.startsWith('0') ? '1' : '0'}${sig.slice(1)}`],
  ];
  test.each(damaged)('%s count for nothing', async (_, damage) => {
    const { repository, refuses } = await stage();
    const { signed, signatures } = JSON.parse(textOf(repository.files.get('timestamp.json')));
    for (const signature of signatures) signature.sig = damage(signature.sig);
    repository.write('timestamp.json', bytesOf(JSON.stringify({ signed, signatures })));
    await refuses('unsigned');
  });

  /** Adding the group's order gives a second number for the same signature: not canonical. */
  test('by Ed25519 with a number beyond the order of the group', async () => {
    const { repository, refuses } = await stage();
    const { signed, signatures } = JSON.parse(textOf(repository.files.get('timestamp.json')));
    const sig = Buffer.from(signatures[0].sig, 'hex');
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const s = BigInt(`0x${Buffer.from(sig.subarray(32)).reverse().toString('hex')}`) + order;
    Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse().copy(sig, 32);
    signatures[0].sig = sig.toString('hex');
    repository.write('timestamp.json', bytesOf(JSON.stringify({ signed, signatures })));
    await refuses('unsigned');
  });

  test('by ECDSA in another DER than the shortest', async () => {
    const { repository, client, refuses } = await stage();
    repository.replaceKeys('timestamp', 0);
    const key = makeKey('ecdsa');
    repository.addKey('timestamp', {
      ...key,
      sign: (data) => {
        const der = Buffer.from(key.sign(data), 'hex');
        // The first number gets a byte of zeros more in front of it.
        const length = der[3]!;
        const first = Buffer.concat([Buffer.from([2, length + 1, 0]), der.subarray(4, 4 + length)]);
        const body = Buffer.concat([first, der.subarray(4 + length)]);
        return Buffer.concat([Buffer.from([0x30, body.length]), body]).toString('hex');
      },
    });
    repository.publishRoot();
    repository.publishTimestamp();
    await refuses('unsigned');
    repository.signers.timestamp = [key];
    repository.publishTimestamp();
    await client().refresh();
  });

  test.each([
    ['of an unknown type', { keytype: 'quantum', scheme: 'ed25519' }],
    ['of an unknown scheme', { keytype: 'ed25519', scheme: 'ed448' }],
    ['with a broken value', { keyval: { public: 'not a key' } }],
    ['with too short a value', { keyval: { public: 'abcd' } }],
  ])('by a key %s count for nothing; the others still do', async (_, change) => {
    const { repository, store, client, refuses } = await stage();
    const odd = repository.addKey('timestamp');
    Object.assign(repository.root.keys, { [odd.id]: { ...odd.key, ...change } });
    repository.publishRoot();
    repository.publishTimestamp();
    await client().refresh();
    expect(store.version('timestamp')).toBe(2);
    repository.signers.timestamp = [odd];
    repository.publishTimestamp();
    await refuses('unsigned');
  });
});

test('a clock set back does not make old metadata newer, nor lose anything', async () => {
  const { repository, store, client } = await stage();
  repository.publish();
  await client().refresh();
  await client(0).refresh();
  expect(store.version('targets')).toBe(2);
});

test('stored metadata that are damaged are fetched anew', async () => {
  for (const role of ['timestamp', 'snapshot', 'targets']) {
    const { store, client } = await stage();
    await client().refresh();
    const bytes = store.files.get(`${role}.json`)!;
    store.files.set(
      `${role}.json`,
      bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
    );
    await client().refresh();
    expect(store.files.get(`${role}.json`)).toEqual(bytes);
  }
});

test('a damaged root of trust is an error with a name, as is none', async () => {
  const { store, refuses } = await stage();
  store.files.set('root.json', bytesOf('{}'));
  await refuses('not-an-update');
  store.files.delete('root.json');
  await refuses('no-trust');
});

test('any bytes in the place of any file give a typed error', async () => {
  const names = ['2.root.json', 'timestamp.json', '1.snapshot.json', '1.targets.json'];
  const { repository, client, store } = await stage();
  const honest = new Map(repository.files);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.oneof(fc.uint8Array(), fc.json().map(bytesOf), fc.nat(2_000)),
      async (name, change) => {
        store.files.delete('timestamp.json');
        store.files.delete('snapshot.json');
        store.files.delete('targets.json');
        for (const [path, bytes] of honest) repository.write(path, bytes);
        const bytes = (honest.get(name) ?? honest.get('1.root.json')!).slice();
        if (typeof change === 'number') bytes[change % bytes.length]! ^= 1 << (change % 8);
        repository.write(name, typeof change === 'number' ? bytes : change);
        await client(TODAY)
          .refresh()
          .catch((error) => expect(error).toBeInstanceOf(UpdateError));
        repository.files.delete('2.root.json');
      },
    ),
    { numRuns: 400 },
  );
});
