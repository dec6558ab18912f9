/** Keeps clustering while the hub runs. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ruleset } from '#engine/ruleset/types.ts';
import { release } from '../store/lease.ts';
import type { Store } from '../store/open.ts';
import { transact } from '../store/transact.ts';
import { clusterOnce } from './cluster.ts';

/** A look for new reports where there were none, and after a failure. */
const IDLE_MS = 250;
const FAILED_MS = 5_000;

export interface Clustering {
  /** Ends after the batch at hand; another hub may take over at once. */
  stop(): Promise<void>;
}

/** @param ruleset the present one, asked for anew before each batch */
export function startClustering(
  store: Store,
  ruleset: () => Ruleset,
  holder: string,
  onFailure: (error: unknown) => void,
): Clustering {
  const stopping = new AbortController();
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => {});
  const running = (async () => {
    while (!stopping.signal.aborted)
      try {
        if ((await clusterOnce(store, ruleset(), holder)) === 0) await pause(IDLE_MS);
      } catch (error) {
        onFailure(error);
        await pause(FAILED_MS);
      }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
      await transact(store, (tx) => release(tx, holder)).catch(onFailure);
    },
  };
}
