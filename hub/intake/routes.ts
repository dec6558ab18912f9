/** The API for volunteers: send a report, ask what became of it, take it back. */
import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { describeRoute } from 'hono-openapi';
import { Outcomes, Receipt } from '#schema/hub.ts';
import { ReportDraft } from '#schema/report.ts';
import { readBody } from '../http/body.ts';
import { answers, jsonBody, problem } from '../http/describe.ts';
import { needJson, parseBody } from '../http/json.ts';
import { type FromNetwork, limitRate } from '../http/limit.ts';
import { ApiError } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { eraseReport } from './erase.ts';
import { outcomesOf } from './outcomes.ts';
import { type SignedRequest, signerOf } from './verify.ts';

/** A whole report in the widest script, with room for its links. */
const MOST_BYTES = 256 * 1024;
/** Requests of one network in a minute: a school behind one address still gets through. */
const PER_MINUTE = 600;

const SIGNED =
  'Signed by the volunteer key: HTTP Message Signatures (RFC 9421), Ed25519, over `@method`, `@target-uri` and `content-digest`; `keyid` is the public key in base64url.';

export function intakeRoutes({
  config,
  origin,
  store,
  writer,
  analyst,
  metrics,
}: Parts): Hono<FromNetwork> {
  const app = new Hono<FromNetwork>();

  app.use(
    cors({
      origin: '*',
      allowHeaders: ['Content-Type', 'Content-Digest', 'Signature', 'Signature-Input'],
      exposeHeaders: ['Retry-After'],
      maxAge: 86_400,
    }),
    limitRate(PER_MINUTE, config.proxies),
  );

  app.post(
    '/',
    describeRoute({
      summary: 'Send a report',
      description: `${SIGNED} The answer comes once the report is on the disk. The same report may be sent again: it is kept once.`,
      requestBody: jsonBody(ReportDraft),
      responses: {
        201: answers('Kept', Receipt),
        200: answers('Kept before', Receipt),
        400: problem('Not what the API asks for'),
        401: problem('Not signed by the key that it names'),
        409: problem('The id belongs to another report'),
        413: problem('Too large'),
        415: problem('No JSON'),
        429: problem('Too many requests of one network'),
        503: problem('Nothing can be kept at the moment'),
      },
    }),
    async (context) => {
      needJson(context);
      const body = await readBody(context.env.incoming, MOST_BYTES);
      const volunteer = await signerOf(signed(context, body), origin);
      const text = new TextDecoder().decode(body);
      const report = parseBody(text, ReportDraft);
      const { state, receivedAt } = await writer.keep({
        id: report.id,
        digest: createHash('sha256').update(body).digest('hex'),
        volunteer,
        network: context.get('network'),
        receivedAt: Date.now(),
        site: report.post.site,
        scheme: report.scheme,
        level: report.level,
        contact: report.contact,
        content: text,
      });
      metrics.reports.inc({ outcome: state });
      if (state === 'reused') throw new ApiError('key-reused');
      const receipt: Receipt = { id: report.id, receivedAt: new Date(receivedAt).toISOString() };
      return context.json(receipt, state === 'new' ? 201 : 200);
    },
  );

  app.get(
    '/',
    describeRoute({
      summary: 'What became of the reports of a volunteer',
      description: SIGNED,
      responses: {
        200: answers('The newest reports of the key', Outcomes),
        401: problem('Not signed'),
      },
    }),
    async (context) => {
      const volunteer = await signerOf(signed(context), origin);
      return context.json({ reports: await outcomesOf(store, volunteer) } satisfies Outcomes);
    },
  );

  app.delete(
    '/:id',
    describeRoute({
      summary: 'Take a report back',
      description: `${SIGNED} Everything that it held is erased.`,
      responses: {
        204: { description: 'Erased, now or before' },
        401: problem('Not signed'),
        404: problem('No report of this key'),
      },
    }),
    async (context) => {
      const volunteer = await signerOf(signed(context), origin);
      if (!(await eraseReport(store, analyst, context.req.param('id'), volunteer)))
        throw new ApiError('not-found');
      return context.body(null, 204);
    },
  );
  return app;
}

const signed = ({ req }: Context, body: Uint8Array = new Uint8Array()): SignedRequest => ({
  method: req.method,
  path: req.url.slice(req.url.indexOf('/', 'https://'.length)),
  header: (name) => req.header(name),
  body,
});
