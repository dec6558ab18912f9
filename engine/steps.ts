/**
 * Work that can be put aside between its steps, each a few milliseconds long: who has a text to
 * judge meanwhile does not wait for the whole. Where nobody waits, `finish` does it in one go.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all that is left. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
