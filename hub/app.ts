/** All routes of the hub. */
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { openAPIRouteHandler } from 'hono-openapi';
import { appealRoutes } from './appeals/routes.ts';
import { feedRoutes } from './feeds/routes.ts';
import { ApiError, answerProblem } from './http/problem.ts';
import { intakeRoutes } from './intake/routes.ts';
import { pageRoutes } from './page/routes.ts';
import type { Parts } from './parts.ts';
import { publicRoutes } from './review/public-routes.ts';
import { reviewRoutes } from './review/routes.ts';

const VERSION = '1.0.0';

/** The app of a hub: what it answers, and nothing of how it is reached. */
export function createApp(parts: Parts): Hono<{ Bindings: HttpBindings }> {
  const { store, metrics, log, origin } = parts;
  const app = new Hono<{ Bindings: HttpBindings }>();

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      crossOriginResourcePolicy: false,
    }),
    async (context, next) => {
      const begun = performance.now();
      await next();
      const seconds = (performance.now() - begun) / 1_000;
      // The pattern of the route and not the path: paths hold ids of reports.
      const route = `${context.req.method} ${context.req.matchedRoutes.at(-1)?.path ?? ''}`;
      const { status } = context.res;
      metrics.requests.observe({ route, status }, seconds);
      log.debug({ route, status, ms: Math.round(seconds * 1_000) }, 'answered');
    },
  );
  app.onError((error, context) => {
    if (error instanceof ApiError) return answerProblem(context, error);
    metrics.failures.inc({ part: 'http' });
    log.error({ err: error }, 'a request failed');
    return answerProblem(context, new ApiError('failed'));
  });
  app.notFound((context) => answerProblem(context, new ApiError('not-found')));

  app.get('/healthz', async (context) => {
    try {
      await store.db.selectFrom('salts').select('week').limit(1).execute();
      return context.json({ status: 'ok' });
    } catch {
      return answerProblem(context, new ApiError('unavailable'));
    }
  });
  app.get('/metrics', async (context) =>
    context.text(await metrics.registry.metrics(), 200, {
      'Content-Type': metrics.registry.contentType,
    }),
  );
  app.route('/v1/reports', intakeRoutes(parts));
  app.route('/v1', publicRoutes(parts));
  app.route('/v1/feeds', feedRoutes(parts));
  app.route('/v1/appeals', appealRoutes(parts));
  app.route('/review/api', reviewRoutes(parts));
  app.route('/review', pageRoutes('/review'));
  app.route('/appeal', pageRoutes('/appeal'));
  app.get(
    '/openapi.json',
    openAPIRouteHandler(app, {
      documentation: {
        openapi: '3.1.0',
        info: {
          title: 'Lurewatch hub',
          version: VERSION,
          description: 'Takes reports of recruitment lures, and gives out what became of them.',
          license: { name: 'MPL-2.0', identifier: 'MPL-2.0' },
        },
        servers: [{ url: origin }],
      },
      exclude: ['/metrics', '/openapi.json', /^\/(review|appeal)\//],
    }),
  );
  return app;
}
