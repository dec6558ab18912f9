import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compileRuleset } from '#engine/ruleset/compile.ts';
import { openRuleset } from '#engine/ruleset/open.ts';
import { exampleSource } from '#engine/testing/example.ts';
import type { InstalledRow } from '#schema/installed.ts';
import type { RulesetSource } from '#schema/ruleset.ts';
import { makeDelta } from '../bundle/delta.ts';
import { writeIndicatorsText } from '../bundle/indicators-text.ts';
import { writeRulesText } from '../bundle/rules-text.ts';
import { UpdateError } from '../tuf/errors.ts';
import { DAY, Repository, TODAY } from '../tuf/testing/repository.ts';
import { MemoryStore } from '../tuf/testing/store.ts';
import { renew, type World } from './renew.ts';
import { deltaPath, fullPath, type TextName, type Texts } from './texts.ts';

const sha256 = (data: string) => createHash('sha256').update(data).digest('hex');

/** The example's rules as another edition; what differs is a phrase and a listed party. */
function edition(serial: number, change: Partial<RulesetSource> = {}): Texts {
  const listing = { ...exampleSource.indicators.listings.a!, expires: '2030-01-01' };
  const source: RulesetSource = {
    ...exampleSource,
    release: { ...exampleSource.release, serial },
    cases: [{ text: 'a strong one and a moderate one', scheme: 'example' }, { text: 'nothing' }],
    indicators: {
      salt: 0,
      listings: { a: listing },
      entries: [{ listing: 'a', type: 'domain', value: `edition${serial}.example` }],
    },
    ...change,
  };
  return { rules: writeRulesText(source), indicators: writeIndicatorsText(source.indicators) };
}

const NAMES: TextName[] = ['rules', 'indicators'];

/** A published repository and an installation that knows edition 1. */
async function stage(published = edition(2)) {
  const repository = new Repository();
  const metadata = new MemoryStore();
  let row: InstalledRow | undefined;
  const died = { after: Number.POSITIVE_INFINITY };
  const relisted: [string, string][] = [];
  const world: World = {
    root: repository.files.get('1.root.json')!,
    mirrors: [{ fetchMetadata: repository.fetch, fetchTarget: repository.fetch }],
    metadata,
    stored: async () => row,
    store: async (next) => {
      if (--died.after < 0) throw new Error('no room');
      row = next;
    },
    relisted: async (...texts) => void relisted.push(texts),
    bundled: { serial: 1, build: 'build' },
    bundledTexts: async () => edition(1),
    bundledBytes: async () => compileRuleset({ ...exampleSource, cases: [] }),
    now: () => TODAY,
    report: () => {},
  };
  const put = (path: string, text: string, custom: object) => {
    const bytes = gzipSync(text);
    const hash = createHash('sha256').update(bytes).digest('hex');
    repository.targets.targets[path] = { length: bytes.length, hashes: { sha256: hash }, custom };
    const slash = path.lastIndexOf('/') + 1;
    repository.write(`${path.slice(0, slash)}${hash}.${path.slice(slash)}`, bytes);
  };
  const publish = async (texts: Texts, serial: number, bases: Texts[] = [edition(1)]) => {
    for (const name of NAMES) {
      const content = { sha256: sha256(texts[name]), length: Buffer.byteLength(texts[name]) };
      put(fullPath(name), texts[name], { format: 1, minEngine: 0, serial, content });
      for (const base of bases) {
        const delta = { base: { sha256: sha256(base[name]) }, result: content };
        put(deltaPath(name, delta.base.sha256), await makeDelta(base[name], texts[name]), delta);
      }
    }
    repository.publish();
  };
  await publish(published, 2);
  const installed = () => row;
  const ruleset = async () => openRuleset(await row!.compiled.arrayBuffer(), { day: '2026-06-01' });
  const damage = (change: Partial<InstalledRow>) => {
    row = { ...row!, ...change };
  };
  const targetsAsked = () =>
    repository.asked
      .filter((path) => path.endsWith('.gzip'))
      .map((path) => path.replace(/[0-9a-f]{64}\./, ''));
  return {
    repository,
    metadata,
    world,
    put,
    publish,
    installed,
    ruleset,
    damage,
    died,
    targetsAsked,
    relisted,
  };
}

describe('new rules', () => {
  test('are fetched as deltas, compiled, tested and installed', async () => {
    const { world, installed, ruleset, targetsAsked, relisted } = await stage();
    expect(await renew(world)).toBe('updated');
    expect(installed()).toMatchObject({ serial: 2, build: 'build', signers: [expect.any(String)] });
    expect((await ruleset()).indicators.findHost('www.edition2.example')).toBeDefined();
    expect((await ruleset()).indicators.findHost('edition1.example')).toBeUndefined();
    expect(targetsAsked()).toEqual([
      deltaPath('rules', sha256(edition(1).rules)),
      // Of one party the whole list is smaller than what changed in it.
      'indicators.txt.gzip',
    ]);
    expect(await renew(world)).toBe('current');
    // Told once, with what was listed before and what is listed now.
    expect(relisted).toEqual([[edition(1).indicators, edition(2).indicators]]);
  });

  test('are fetched whole where there is no delta, or a faulty one', async () => {
    const { world, put, publish, repository, installed, targetsAsked } = await stage();
    await publish(edition(3), 3, []);
    expect(await renew(world)).toBe('updated');
    expect(targetsAsked()).toContain('rules.txt.gzip');
    const delta = await makeDelta(edition(1).rules, edition(4).rules);
    await publish(edition(5), 5, []);
    const result = { sha256: sha256(edition(5).rules), length: edition(5).rules.length };
    for (const text of [delta, 'nonsense'])
      put(deltaPath('rules', sha256(edition(3).rules)), text, {
        base: { sha256: sha256(edition(3).rules) },
        result,
      });
    repository.publish();
    expect(await renew(world)).toBe('updated');
    expect(installed()?.serial).toBe(5);
  });

  test('of a delta that is not there are fetched whole', async () => {
    const { world, repository, installed } = await stage();
    for (const path of repository.files.keys())
      if (path.startsWith('delta/')) repository.files.delete(path);
    expect(await renew(world)).toBe('updated');
    expect(installed()?.serial).toBe(2);
  });
});

describe('are not taken', () => {
  const faulty = (change: Partial<RulesetSource>) => edition(2, change);

  test.each([
    [
      'that misjudge their own case',
      'failed-self-test',
      { cases: [{ text: 'strong one', scheme: 'guarded' }] },
    ],
    [
      'for a newer engine',
      'needs-newer',
      { release: { ...exampleSource.release, serial: 2, minEngine: 99 } },
    ],
  ] as const)('rules %s', async (_, outcome, change) => {
    const { world, installed } = await stage(faulty(change as Partial<RulesetSource>));
    expect(await renew(world)).toBe(outcome);
    expect(installed()).toBeUndefined();
  });

  test('rules with a phrase that can not be spelled', async () => {
    const [id] = Object.keys(exampleSource.signals);
    const signal = { ...exampleSource.signals[id!]!, phrases: { en: ['(broken'] } };
    const { world, installed } = await stage(
      faulty({ signals: { ...exampleSource.signals, [id!]: signal } }),
    );
    expect(await renew(world)).toBe('refused');
    expect(installed()).toBeUndefined();
  });

  test('rules that are older than those at hand, however well signed', async () => {
    const { world, publish, installed } = await stage();
    await publish(edition(7), 7);
    expect(await renew(world)).toBe('updated');
    await publish(edition(3), 3, [edition(7)]);
    expect(await renew(world)).toBe('refused');
    expect(installed()?.serial).toBe(7);
  });

  test('rules that are older than the package', async () => {
    const { world, installed } = await stage();
    expect(await renew({ ...world, bundled: { serial: 9, build: 'newer' } })).toBe('current');
    expect(installed()).toBeUndefined();
  });

  test.each([
    ['nothing answers', 'unreachable', new UpdateError('unreachable', 'offline')],
    ['a captive portal answers', 'not-an-update', '<!doctype html>'],
  ] as const)('where %s', async (_, outcome, answer) => {
    const { world, installed } = await stage();
    const fetchMetadata = async () => {
      if (answer instanceof Error) throw answer;
      return new TextEncoder().encode(answer);
    };
    expect(
      await renew({ ...world, mirrors: [{ fetchMetadata, fetchTarget: fetchMetadata }] }),
    ).toBe(outcome);
    expect(installed()).toBeUndefined();
  });

  test('where all has expired, or the clock is ahead', async () => {
    const { world } = await stage();
    expect(await renew({ ...world, now: () => TODAY + 400 * DAY })).toBe('expired');
  });

  test('where another key signed', async () => {
    const { world, repository } = await stage();
    repository.signers.timestamp = repository.signers.snapshot;
    repository.publish();
    expect(await renew(world)).toBe('refused');
  });
});

test('a mirror that lies or sleeps gives way to the next', async () => {
  const { world, repository, installed } = await stage();
  const fails = async () => {
    throw new UpdateError('unreachable', 'asleep');
  };
  const lies = async () => new TextEncoder().encode('{"signed":{},"signatures":[]}');
  const honest = { fetchMetadata: repository.fetch, fetchTarget: repository.fetch };
  const mirrors = [
    { fetchMetadata: fails, fetchTarget: fails },
    { fetchMetadata: lies, fetchTarget: lies },
    { fetchMetadata: repository.fetch, fetchTarget: fails },
    honest,
  ];
  expect(await renew({ ...world, mirrors })).toBe('updated');
  expect(installed()?.serial).toBe(2);
});

test('a device without room keeps what it has, and takes the update when there is room', async () => {
  const { world, died, installed } = await stage();
  died.after = 0;
  expect(await renew(world)).toBe('storage');
  expect(installed()).toBeUndefined();
  died.after = Number.POSITIVE_INFINITY;
  expect(await renew(world)).toBe('updated');
});

test('killed at any write, it comes up with a whole ruleset and goes on to the newest', async () => {
  for (let writes = 0; writes < 6; writes++) {
    const { world, metadata, publish, installed, ruleset } = await stage();
    expect(await renew(world)).toBe('updated');
    await publish(edition(3), 3, [edition(2)]);
    metadata.changesLeft = writes;
    await renew(world);
    expect([2, 3]).toContain(installed()?.serial);
    expect((await ruleset()).indicators.size).toBe(1);
    metadata.changesLeft = Number.POSITIVE_INFINITY;
    await renew(world);
    expect(installed()?.serial).toBe(3);
  }
});

describe('a stored ruleset', () => {
  test('whose compiled form is damaged is compiled anew from its texts', async () => {
    const { world, installed, damage } = await stage();
    await renew(world);
    const bytes = new Uint8Array(await installed()!.compiled.arrayBuffer());
    bytes[bytes.length >> 1]! ^= 1;
    damage({ compiled: new Blob([bytes]) });
    expect(await renew(world)).toBe('current');
    expect(() => openRuleset(bytes)).not.toThrow(RangeError);
    const mended = new Uint8Array(await installed()!.compiled.arrayBuffer());
    expect(mended).not.toEqual(bytes);
  });

  test('that another package compiled is compiled anew', async () => {
    const { world, installed } = await stage();
    await renew(world);
    await renew({ ...world, bundled: { serial: 1, build: 'another' } });
    expect(installed()).toMatchObject({ serial: 2, build: 'another' });
  });

  test('whose texts are damaged gives way to the package, then to the mirror', async () => {
    const { world, installed, damage } = await stage();
    await renew(world);
    damage({ rules: new Blob(['damaged']) });
    expect(await renew(world)).toBe('updated');
    expect(installed()?.serial).toBe(2);
  });

  test('of a lower serial than a newer package is not built upon', async () => {
    const { world, publish, installed } = await stage();
    await renew(world);
    await publish(edition(6), 6, [edition(5)]);
    const newer = {
      ...world,
      bundled: { serial: 5, build: 'newer' },
      bundledTexts: async () => edition(5),
    };
    expect(await renew(newer)).toBe('updated');
    expect(installed()).toMatchObject({ serial: 6, build: 'newer' });
  });
});
