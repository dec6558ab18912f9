import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from '../http/problem.ts';
import type { Incoming, Kept } from './keep.ts';
import type { Keeper } from './keeper.ts';

/** Most reports of one transaction. */
const BATCH = 250;
/** How long a report waits for others to share its transaction: far below what a person notices. */
const GATHER_MS = 15;
/** Reports in memory beyond which the hub asks to be left alone: some seconds of work. */
const MOST_WAITING = 4_000;
const RETRY_SECONDS = 30;

interface Waiting {
  readonly report: Incoming;
  readonly resolve: (kept: Kept) => void;
  readonly reject: (error: unknown) => void;
}

export interface Writer {
  /**
   * Keeps a report; answers once it is on the disk.
   * @throws {ApiError} `unavailable` when it could not be kept
   */
  keep(report: Incoming): Promise<Kept>;
  /** How many wait for the disk. */
  readonly waiting: number;
}

/** @param onFailure told of every batch that the database refused */
export function createWriter(
  { keep }: Pick<Keeper, 'keep'>,
  onFailure: (error: unknown) => void,
): Writer {
  const queue: Waiting[] = [];
  let isRunning = false;

  async function write(batch: readonly Waiting[]): Promise<void> {
    try {
      const reports = batch.map(({ report }) => report);
      const kept = await keep(reports);
      for (const [index, { resolve }] of batch.entries()) resolve(kept[index]!);
    } catch (error) {
      onFailure(error);
      const unavailable = new ApiError('unavailable', undefined, RETRY_SECONDS);
      for (const { reject } of batch) reject(unavailable);
    }
  }

  async function run(): Promise<void> {
    isRunning = true;
    while (queue.length > 0) {
      if (queue.length < BATCH) await sleep(GATHER_MS);
      await write(queue.splice(0, BATCH));
    }
    isRunning = false;
  }

  return {
    keep(report) {
      if (queue.length >= MOST_WAITING)
        return Promise.reject(new ApiError('unavailable', undefined, RETRY_SECONDS));
      return new Promise((resolve, reject) => {
        queue.push({ report, resolve, reject });
        if (!isRunning) void run();
      });
    },
    get waiting() {
      return queue.length;
    },
  };
}
