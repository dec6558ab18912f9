/** What the routes work with; made once by `hub.ts`. */
import type { Logger } from 'pino';
import type { FindTxt } from './appeals/dns.ts';
import type { Analyst } from './cases/analyst.ts';
import type { Config } from './config.ts';
import type { Writer } from './intake/writer.ts';
import type { Metrics } from './metrics.ts';
import type { Store } from './store/open.ts';

export interface Parts {
  readonly config: Config;
  /** Public address, `https://hub.example`. */
  readonly origin: string;
  readonly store: Store;
  readonly writer: Writer;
  readonly analyst: Analyst;
  /** Names that must never be listed. */
  readonly names: () => Promise<ReadonlySet<string>>;
  readonly findTxt: FindTxt;
  readonly metrics: Metrics;
  readonly log: Logger;
}
