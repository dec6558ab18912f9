/** `npm run hub` */
import pino from 'pino';
import { ConfigError, readConfig } from './config.ts';
import { startHub } from './hub.ts';
import { StoreError } from './store/errors.ts';

const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: null });

try {
  const hub = await startHub(readConfig(process.env), log);
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    log.info('ending: what is at hand is finished first');
    await hub.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  log.info(
    { api: `${hub.origin}/openapi.json`, review: `${hub.origin}/review/` },
    `hub is ready at ${hub.origin}`,
  );
  // Not into the log: who holds the link becomes the first maintainer.
  if (hub.firstLink) process.stderr.write(`First maintainer: ${hub.firstLink}\n`);
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof StoreError)) throw error;
  log.fatal(error.message);
  // Threads may run already.
  process.exit(1);
}
