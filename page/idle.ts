/** Work in the gaps that the page leaves: short slices, none longer than a few milliseconds. */

const SLICE_MS = 5;
/** Work is not put off for longer than this, however busy the page. */
const PATIENCE_MS = 500;
const FALLBACK_MS = 50;

export interface Slices {
  /** Asks for a slice; asking twice gives one. */
  schedule(): void;
  stop(): void;
}

/** Calls `step` in idle slices until it says that nothing is left to do. */
export function createSlices(step: () => boolean): Slices {
  const canIdle = typeof requestIdleCallback === 'function';
  let handle: number | undefined;

  const run = () => {
    handle = undefined;
    const end = performance.now() + SLICE_MS;
    let isMore = true;
    while (isMore && performance.now() < end) isMore = step();
    if (isMore) schedule();
  };
  const schedule = () => {
    handle ??= canIdle
      ? requestIdleCallback(run, { timeout: PATIENCE_MS })
      : (setTimeout(run, FALLBACK_MS) as unknown as number);
  };
  return {
    schedule,
    stop() {
      if (handle === undefined) return;
      if (canIdle) cancelIdleCallback(handle);
      else clearTimeout(handle);
      handle = undefined;
    },
  };
}
