/** Puts a hub together, and takes it down without losing anything. */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Logger } from 'pino';
import { readProtected } from '#listings/protected.ts';
import { createApp } from './app.ts';
import { findTxt } from './appeals/dns.ts';
import { startAnalyst } from './cases/analyst.ts';
import { type Config, ConfigError } from './config.ts';
import { startKeeper } from './intake/keeper.ts';
import { createWriter } from './intake/writer.ts';
import { createMetrics } from './metrics.ts';
import { firstInvitation } from './review/invitations.ts';
import { provideRules } from './rules.ts';
import { openStore } from './store/open.ts';

/** A client has so long for its headers, and for a whole request: slow ones hold nothing up. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
/** Longer than the proxies before it, so that none sends into a connection that just ends. */
const KEEP_ALIVE_MS = 75_000;
/** A hub that is told to end gives requests so long to finish. */
const GRACE_MS = 10_000;

export interface Hub {
  /** Under which it is reached. */
  readonly origin: string;
  /** At which it listens on this machine. */
  readonly address: string;
  /** Link by which the first maintainer joins, until there is one; good once, for three days. */
  readonly firstLink: string | undefined;
  /** Ends when everything at hand is done. */
  stop(): Promise<void>;
}

/**
 * Starts a hub; it takes reports when this returns.
 * @throws {StoreError} when the database can't be used
 * @throws {ConfigError} when the port is taken
 */
export async function startHub(config: Config, log: Logger): Promise<Hub> {
  const failed = (part: string) => (error: unknown) => {
    metrics.failures.inc({ part });
    log.error({ err: error }, `${part} failed`);
  };
  const { data, databaseUrl } = config;
  const told = (part: string, error: unknown) => failed(part)(error);
  // Threads load while the tables are brought up to date; they touch none before they are asked to.
  const keeper = startKeeper({ data, databaseUrl }, told);
  const writer = createWriter(keeper, failed('intake'));
  const metrics = createMetrics(() => writer.waiting);
  const store = await openStore({ ...config, onIdleError: failed('database') }).catch(
    async (error) => {
      await keeper.stop();
      throw error;
    },
  );
  const server = createAdaptorServer({
    fetch: (request, env) => app.fetch(request, env),
    serverOptions: {
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
  }) as Server;
  await keeper.ready();
  const port = await listen(server, config);
  // Last, as it has the most to load: reports are kept meanwhile.
  const analyst = startAnalyst({ data, databaseUrl, holder: randomUUID() }, told);
  const address = `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${port}`;
  // Passkeys belong to a name, and to no number.
  const origin = config.origin ?? `http://localhost:${port}`;
  const ending = new AbortController();
  const rules = provideRules(config.rules, analyst, log, ending.signal);
  rules.catch((error) => {
    if (!ending.signal.aborted) failed('rules')(error);
  });
  const names = rules.then(({ owners }) => new Set([...readProtected('rules'), ...owners]));
  names.catch(() => {});
  const app = createApp({
    config,
    origin,
    store,
    writer,
    analyst,
    names: () => names,
    findTxt,
    metrics,
    log,
  });
  const token = await firstInvitation(store);
  return {
    origin,
    address,
    firstLink: token && `${origin}/review/#invitation=${token}`,
    async stop() {
      ending.abort();
      await close(server);
      await rules.catch(() => {});
      await Promise.all([keeper.stop(), analyst.stop()]);
      await store.close();
    },
  };
}

function listen(server: Server, { host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ message }) => reject(new ConfigError(message)));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Takes no more requests, and waits for those at hand. */
async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(late);
}
