/**
 * Things on their way from one page to another, by an id that nobody can guess: in memory, the
 * newest few only. Taking does not remove, so that a page can be loaded again.
 */

const MOST = 20;

export interface Handover<T> {
  /** Keeps a thing and returns its id. */
  put(thing: T): string;
  /** The thing, or `undefined` when it is gone. */
  get(id: string): T | undefined;
}

export function createHandover<T>(): Handover<T> {
  const things = new Map<string, T>();
  return {
    put(thing) {
      const id = crypto.randomUUID();
      things.set(id, thing);
      const [oldest] = things.keys();
      if (things.size > MOST && oldest !== undefined) things.delete(oldest);
      return id;
    },
    get: (id) => things.get(id),
  };
}
