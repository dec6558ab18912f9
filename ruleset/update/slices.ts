import type { Steps } from '#engine/steps.ts';

/** Milliseconds of work at a time: shorter than anybody who waits for a banner would notice. */
const SLICE_MS = 12;

const pause = (): Promise<void> => new Promise((go) => setTimeout(go));

/** Does work in slices, between which the background answers whoever asks. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const end = performance.now() + SLICE_MS;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < end);
    await pause();
  }
}
