/** What everybody may read of decisions: what is listed, and the log of how that came about. */
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { describeRoute } from 'hono-openapi';
import { Agreements, type PublicListing, PublicListings } from '#schema/review.ts';
import { z } from '#schema/zod.ts';
import { isoDay } from '../clock.ts';
import { answers } from '../http/describe.ts';
import { ApiError } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import type { Db } from '../store/open.ts';
import { agreements } from './agreements.ts';
import { LogEntry, readLog } from './log.ts';

const LogLines = z.object({
  lines: z.array(
    z.object({
      seq: z.number(),
      at: z.iso.datetime(),
      entry: LogEntry,
      previous: z.string(),
      hash: z.string(),
    }),
  ),
});

/** Listings that hold today, in the order of their parties. */
export async function publicListings(db: Db): Promise<PublicListing[]> {
  const rows = await db
    .selectFrom('listings')
    .selectAll()
    .where('expires_on', '>', isoDay(Date.now()))
    .orderBy('type')
    .orderBy('value')
    .execute();
  const listings = rows.map(({ type, value, says, case_id, listed_on, expires_on }) => ({
    type,
    value,
    reason: says,
    case: case_id,
    date: listed_on,
    expires: expires_on,
  }));
  return z.parse(PublicListings, { listings }).listings;
}

export function publicRoutes({ store, origin }: Parts): Hono {
  const app = new Hono();
  app.use(cors({ origin: '*' }));
  app.get(
    '/listings',
    describeRoute({
      summary: 'Every party that is listed today',
      responses: {
        200: answers('What is not in it is not listed', PublicListings),
      },
    }),
    async (context) => context.json({ listings: await publicListings(store.db) }),
  );
  app.get(
    '/agreements',
    describeRoute({
      summary: 'What maintainers signed of the parties that are listed today',
      description:
        'The challenge of each assertion begins with the SHA-256 of the canonical JSON of `content`.',
      responses: {
        200: answers('Signatures of passkeys, which no hub can make', Agreements),
      },
    }),
    async (context) => context.json(await agreements(store.db, origin)),
  );
  app.get(
    '/log',
    describeRoute({
      summary: 'What maintainers decided, and why',
      description:
        'Oldest first, at most 500 lines after `after`. `hash` is the SHA-256 of the canonical JSON of [seq, time, entry, previous].',
      parameters: [{ name: 'after', in: 'query', schema: { type: 'integer', default: 0 } }],
      responses: {
        200: answers('Lines of the log', LogLines),
      },
    }),
    async (context) => {
      const after = Number(context.req.query('after') ?? 0);
      if (!Number.isSafeInteger(after) || after < 0) throw new ApiError('invalid', 'after');
      return context.json({ lines: await readLog(store.db, after) });
    },
  );
  return app;
}
