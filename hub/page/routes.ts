/** The review page, as `npm run build:hub` made it. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const BUILT = '.output/hub';

export function pageRoutes(): Hono {
  const app = new Hono();
  if (!existsSync(resolve(BUILT, 'index.html'))) return app;
  app.use(
    '/*',
    serveStatic({ root: BUILT, rewriteRequestPath: (path) => path.replace(/^\/review/, '') }),
  );
  return app;
}
