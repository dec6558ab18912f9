/** The pages of the hub, as `npm run build:hub` made them. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const BUILT = '.output/hub';

/** @param base below which the pages stand: each has a folder of its own but the review page */
export function pageRoutes(base: '/review' | '/appeal'): Hono {
  const app = new Hono();
  if (!existsSync(resolve(BUILT, 'index.html'))) return app;
  const inside = (path: string) => (base === '/review' ? path.slice(base.length) : path);
  app.use('/*', serveStatic({ root: BUILT, rewriteRequestPath: inside }));
  return app;
}
