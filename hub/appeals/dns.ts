import { Resolver } from 'node:dns/promises';

/** Values of a TXT record; none where there is no such record or nobody answers. */
export type FindTxt = (name: string) => Promise<string[]>;

const PATIENCE_MS = 5_000;

/** Asks the resolver of this machine. */
export const findTxt: FindTxt = async (name) => {
  const resolver = new Resolver({ timeout: PATIENCE_MS, tries: 2 });
  try {
    return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
  } catch {
    return [];
  }
};
