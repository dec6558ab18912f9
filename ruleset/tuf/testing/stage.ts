import { expect } from 'vitest';
import { TufClient } from '../client.ts';
import type { UpdateFault } from '../errors.ts';
import { LIMITS, type Limits } from '../ports.ts';
import { Repository, TODAY } from './repository.ts';
import { MemoryStore } from './store.ts';

/** A repository, and an installation that trusts its first root. */
export async function stage() {
  const repository = new Repository();
  const store = new MemoryStore();
  /** A client as it starts anew, at a time, with the store as it is. */
  const client = (now = TODAY, limits: Limits = LIMITS) =>
    new TufClient({
      store,
      fetchMetadata: repository.fetch,
      fetchTarget: repository.fetch,
      clock: () => now,
      limits,
    });
  await client().init(repository.files.get('1.root.json')!);
  /** A refresh that must fail so, and leave what was trusted as it was. */
  const refuses = async (
    code: UpdateFault,
    now = TODAY,
    roles = ['timestamp', 'snapshot', 'targets'],
  ) => {
    const before = roles.map((role) => store.version(role));
    await expect(client(now).refresh()).rejects.toMatchObject({ name: 'UpdateError', code });
    expect(roles.map((role) => store.version(role))).toEqual(before);
  };
  return { repository, store, client, refuses };
}
