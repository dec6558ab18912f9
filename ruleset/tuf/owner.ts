import { KEY_OWNER } from '#schema/update.ts';
import type { Root } from './metadata.ts';

/** Whose key it is, by the root that lists it; of a key that does not say, how its id begins. */
export function ownerOf({ keys }: Root, id: string): string {
  const owner = Object.hasOwn(keys, id) ? keys[id]?.[KEY_OWNER] : undefined;
  return typeof owner === 'string' && /^[\w.-]{1,40}$/.test(owner) ? owner : id.slice(0, 8);
}
