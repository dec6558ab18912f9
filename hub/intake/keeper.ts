import { startThread } from '../threads.ts';
import type { Incoming, Kept } from './keep.ts';

/** What can be asked of the thread that keeps reports. */
export type Question =
  | { readonly ask: 'ready' }
  | { readonly ask: 'keep'; readonly reports: readonly Incoming[] }
  | { readonly ask: 'stop' };

export interface Keeper {
  /** Resolves once the thread runs. */
  ready(): Promise<void>;
  /** Keeps reports in one transaction; says of each what became of it, in their order. */
  keep(reports: readonly Incoming[]): Promise<Kept[]>;
  stop(): Promise<void>;
}

/**
 * Starts the thread that writes reports. Who waits for the disk, or for another's transaction, waits
 * there: requests are read and checked meanwhile.
 */
export function startKeeper(
  options: { readonly data: string; readonly databaseUrl: string | undefined },
  onFailure: (part: string, reason: unknown) => void,
): Keeper {
  const script = new URL('./keeper.worker.ts', import.meta.url);
  const thread = startThread<Question>(script, options, onFailure);
  return {
    ready: () => thread.ask({ ask: 'ready' }),
    keep: (reports) => thread.ask({ ask: 'keep', reports }),
    stop: () => thread.stop({ ask: 'stop' }),
  };
}
