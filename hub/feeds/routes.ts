/** What the hub lists, in the formats that agencies and other lists read. No reports, no reporters. */
import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { describeRoute } from 'hono-openapi';
import type { Format } from '#listings/formats.ts';
import { EVENT_UUID, mispHead } from '#listings/misp.ts';
import { type Listed, writeParties } from '#listings/write.ts';
import { OWN_SOURCE } from '#schema/listing.ts';
import { isoDay } from '../clock.ts';
import type { Parts } from '../parts.ts';
import { publicListings } from '../review/public-routes.ts';
import type { Db } from '../store/open.ts';

const FEEDS: readonly (readonly [path: string, format: Format, type: string, what: string])[] = [
  ['/hosts.txt', 'hosts', 'text/plain; charset=utf-8', 'A hosts file'],
  ['/plain.txt', 'plain', 'text/plain; charset=utf-8', 'One party a line'],
  ['/ubo.txt', 'abp', 'text/plain; charset=utf-8', 'A list for uBlock Origin and its like'],
  ['/stix.json', 'stix', 'application/stix+json;version=2.1', 'A bundle of STIX 2.1'],
  [`/misp/${EVENT_UUID}.json`, 'misp', 'application/json', 'The event of the MISP feed'],
];

/** Listings with the scheme of their case. */
async function listed(db: Db): Promise<Listed[]> {
  const listings = await publicListings(db);
  const ids = [...new Set(listings.map((listing) => listing.case))];
  const cases =
    ids.length === 0
      ? []
      : await db.selectFrom('cases').select(['id', 'scheme']).where('id', 'in', ids).execute();
  const schemes = new Map(cases.map(({ id, scheme }) => [id, scheme]));
  return listings.map(({ type, value, ...listing }) => {
    const scheme = schemes.get(listing.case);
    return {
      type,
      value,
      listing: { source: OWN_SOURCE, ...listing },
      ...(scheme === undefined || scheme === 'unsure' ? {} : { scheme }),
    };
  });
}

export function feedRoutes({ store }: Parts): Hono {
  const app = new Hono();
  app.use(cors({ origin: '*' }));
  const today = () => isoDay(Date.now());
  const event = async () => writeParties(await listed(store.db), 'misp', today()).text;
  for (const [path, format, type, what] of FEEDS)
    app.get(
      path,
      describeRoute({
        summary: what,
        responses: {
          200: { description: 'Parties that are listed today', content: { [type]: {} } },
        },
      }),
      async (context) => {
        const { text } = writeParties(await listed(store.db), format, today());
        return context.body(text, 200, { 'Content-Type': type });
      },
    );
  // A MISP feed is a folder: a manifest, a file an event, and hashes by which events are compared.
  app.get('/misp/manifest.json', (context) => context.json({ [EVENT_UUID]: mispHead(today()) }));
  app.get('/misp/hashes.csv', async (context) => {
    const { Event } = JSON.parse(await event()) as { Event: { Attribute: { value: string }[] } };
    // MISP's own format asks for MD5; it is an index here and guards nothing.
    const md5 = (value: string) => createHash('md5').update(value).digest('hex');
    const lines = Event.Attribute.map(({ value }) => `${md5(value)},${EVENT_UUID}`);
    return context.body(`${lines.join('\n')}\n`, 200, { 'Content-Type': 'text/csv' });
  });
  return app;
}
