import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readList } from '#listings/formats.ts';
import { EVENT_UUID } from '#listings/misp.ts';
import { sampleCase } from '../testing/rows.ts';
import { startTestHub, type TestHub } from '../testing/start.ts';

/** What STIX 2.1 asks of ids and times. */
const ID = /^[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

let hub: TestHub;
const get = async (path: string) => {
  const answer = await fetch(`${hub.origin}/v1/feeds${path}`);
  expect(answer.status).toBe(200);
  return answer;
};

beforeAll(async () => {
  hub = await startTestHub();
  const parties = [
    ['domain', 'golden-sea.example.net'],
    ['telegram', 'golden_desk7'],
    ['email', '=cmd@evil.example.net'],
    ['phone', '60123456789'],
    ['domain', 'expired.example.net'],
  ] as const;
  await hub.store.db
    .insertInto('cases')
    .values(sampleCase({ title: 'secret words of a report' }))
    .execute();
  await hub.store.db
    .insertInto('listings')
    .values(
      parties.map(([type, value]) => ({
        type,
        value,
        decision_id: 'd',
        case_id: 'C-7K3M9QXA',
        says: 'Lured people abroad.',
        listed_on: '2026-11-26',
        expires_on: value.startsWith('expired') ? '2020-01-01' : '2099-01-01',
      })),
    )
    .execute();
});
afterAll(() => hub.close());

describe('feeds', () => {
  it.each([
    ['/hosts.txt', 'hosts', 1],
    ['/ubo.txt', 'abp', 1],
    ['/plain.txt', 'plain', 1],
    ['/stix.json', 'stix', 3],
    [`/misp/${EVENT_UUID}.json`, 'misp', 3],
  ] as const)(
    '%s is read by those who read %s, without what has expired',
    async (path, format, count) => {
      const text = await (await get(path)).text();
      const { parties, left } = readList(text, format, '2026-11-26');
      expect(left).toEqual([]);
      expect(parties.length).toBeGreaterThanOrEqual(count);
      expect(parties).toContainEqual({ type: 'domain', value: 'golden-sea.example.net' });
      expect(text).not.toMatch(/expired|secret words/);
    },
  );

  it('says in STIX how sure, of what kind, and who may pass it on', async () => {
    const { type, id, objects } = await (await get('/stix.json')).json();
    expect([type, id]).toEqual(['bundle', expect.stringMatching(ID)]);
    const [identity, ...indicators] = objects;
    expect(identity).toMatchObject({ type: 'identity', id: expect.stringMatching(ID) });
    for (const indicator of indicators) {
      expect(indicator).toMatchObject({
        type: 'indicator',
        spec_version: '2.1',
        id: expect.stringMatching(ID),
        created_by_ref: identity.id,
        created: expect.stringMatching(TIME),
        modified: expect.stringMatching(TIME),
        valid_from: expect.stringMatching(TIME),
        pattern_type: 'stix',
        confidence: 85,
        labels: ['lurewatch:scheme="forced-scam-work"'],
        object_marking_refs: ['marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9'],
      });
      expect(indicator.valid_until > indicator.valid_from).toBe(true);
    }
  });

  it('is a folder that MISP takes as a feed', async () => {
    const manifest = await (await get('/misp/manifest.json')).json();
    const [uuid] = Object.keys(manifest);
    const { Event } = await (await get(`/misp/${uuid}.json`)).json();
    expect(manifest[uuid!]).toEqual({
      info: Event.info,
      date: Event.date,
      threat_level_id: '2',
      analysis: '2',
      timestamp: expect.stringMatching(/^\d{10}$/),
      published: true,
      Orgc: { name: 'Lurewatch', uuid: expect.stringMatching(UUID) },
      Tag: [{ name: 'tlp:clear', colour: '#ffffff' }],
    });
    expect(Event).toMatchObject({ uuid, Orgc: manifest[uuid!].Orgc, Tag: manifest[uuid!].Tag });
    for (const attribute of Event.Attribute)
      expect(attribute).toMatchObject({
        uuid: expect.stringMatching(UUID),
        to_ids: true,
        distribution: '5',
        timestamp: expect.stringMatching(/^\d{10}$/),
        deleted: false,
        Tag: [{ name: 'lurewatch:scheme="forced-scam-work"' }],
      });
    const hashes = (await (await get('/misp/hashes.csv')).text()).trim().split('\n');
    expect(hashes).toHaveLength(Event.Attribute.length);
    for (const line of hashes) expect(line).toMatch(/^[0-9a-f]{32},[0-9a-f-]{36}$/);
  });
});
