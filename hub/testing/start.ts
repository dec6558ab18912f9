/** A whole hub in this process, with its data in a folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { type Config, readConfig } from '../config.ts';
import { type Hub, startHub } from '../hub.ts';
import { connect, type Store } from '../store/open.ts';

export interface TestHub extends Hub {
  readonly config: Config;
  /** A second door to its database. */
  readonly store: Store;
  /** Lines of the log. */
  readonly log: readonly string[];
  /** Ends it and removes its data. */
  close(): Promise<void>;
}

export async function startTestHub(environment: Record<string, string> = {}): Promise<TestHub> {
  const folder = mkdtempSync(join(tmpdir(), 'lurewatch-hub-'));
  const config = readConfig({
    LUREWATCH_HUB_DATA: folder,
    LUREWATCH_HUB_PORT: '0',
    LUREWATCH_HUB_PROXIES: '127.0.0.1',
    ...environment,
  });
  const log: string[] = [];
  const logger = pino({ level: 'debug', base: null }, { write: (line: string) => log.push(line) });
  const hub = await startHub(config, logger);
  const store = connect(config);
  return {
    ...hub,
    config,
    store,
    log,
    async close() {
      await store.close();
      await hub.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
