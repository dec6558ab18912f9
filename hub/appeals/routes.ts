/** The API for listed parties. */
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import {
  AppealReceipt,
  AppealRequest,
  AppealStatus,
  ProofRequest,
  Ticket,
} from '#schema/appeal.ts';
import { z } from '#schema/zod.ts';
import { answers, jsonBody } from '../http/describe.ts';
import { jsonOf } from '../http/json.ts';
import { limitRate } from '../http/limit.ts';
import { ApiError } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { appealStatus, openAppeals, prove, takeAppeal } from './appeals.ts';

/** Requests of one network in a minute: people type here. */
const PER_MINUTE = 30;

const Appeals = z.object({ appeals: z.array(AppealStatus) });
export function appealRoutes({ store, config, findTxt }: Parts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const ticketOf = (text: string): string => {
    const parsed = z.safeParse(Ticket, text);
    if (!parsed.success) throw new ApiError('not-found');
    return parsed.data;
  };
  app.use(limitRate(PER_MINUTE, config.proxies));
  app.get(
    '/',
    describeRoute({
      summary: 'Appeals that wait for an answer',
      responses: { 200: answers('Without contacts: impostors prey on them', Appeals) },
    }),
    async (context) => context.json({ appeals: await openAppeals(store) }),
  );
  app.post(
    '/',
    describeRoute({
      summary: 'Appeal against a listing',
      requestBody: jsonBody(AppealRequest),
      responses: { 201: answers('Taken; the secret is shown once', AppealReceipt) },
    }),
    async (context) =>
      context.json(await takeAppeal(store, await jsonOf(context, AppealRequest)), 201),
  );
  app.get(
    '/:ticket',
    describeRoute({
      summary: 'How an appeal stands',
      responses: { 200: answers('Status', AppealStatus) },
    }),
    async (context) =>
      context.json(await appealStatus(store, ticketOf(context.req.param('ticket')))),
  );
  app.post(
    '/:ticket/proof',
    describeRoute({
      summary: 'Prove to be the party that is listed',
      requestBody: jsonBody(ProofRequest),
      responses: { 200: answers('Proven', AppealStatus) },
    }),
    async (context) => {
      const { secret, code } = await jsonOf(context, ProofRequest);
      const ticket = ticketOf(context.req.param('ticket'));
      return context.json(await prove(store, findTxt, ticket, secret, code));
    },
  );
  return app;
}
