/** Roots: which keys may sign what, and how many of them must. */
import { PublishError } from './errors.ts';
import { type KeyPair, keyId } from './key-file.ts';
import { inDays, Metadata, ownerOf, Root, SPECIFICATION } from './metadata.ts';
import { DAYS, ROLES, type RoleName, THRESHOLDS } from './roles.ts';

/** What is to be different in a root. */
export interface Rotation {
  readonly add: readonly (readonly [RoleName, KeyPair])[];
  /** By the owner's name, or the beginning of the key's id. */
  readonly remove: readonly (readonly [RoleName, string])[];
  readonly thresholds: readonly (readonly [RoleName, number])[];
}

/** An unsigned first root. @throws {PublishError} where a role could never be signed */
export const firstRoot = (rotation: Rotation): Metadata<Root> => nextRoot(undefined, rotation);

/** The unsigned root after this one. @throws {PublishError} where a role could never be signed */
export function nextRoot(
  before: Root | undefined,
  { add, remove, thresholds }: Rotation,
): Metadata<Root> {
  const asked = new Map(thresholds);
  const roles = ROLES.map((role) => {
    const old = before?.roles[role];
    const gone = remove.filter(([of]) => of === role).map(([, name]) => find(before, role, name));
    const came = add.filter(([of]) => of === role).map(([, { id }]) => id);
    const keyids = new Set([...(old?.keyIDs ?? []).filter((id) => !gone.includes(id)), ...came]);
    const threshold = asked.get(role) ?? old?.threshold ?? THRESHOLDS[role];
    if (!Number.isInteger(threshold) || threshold < 1 || keyids.size < threshold)
      throw new PublishError(`${role} would need ${threshold} signatures of ${keyids.size} keys`);
    const made: [RoleName, { keyids: string[]; threshold: number }] = [
      role,
      { keyids: [...keyids], threshold },
    ];
    return made;
  });
  const used = new Set(roles.flatMap(([, { keyids }]) => keyids));
  const known = [
    ...Object.entries(before?.keys ?? {}).map(([id, key]) => [id, key.toJSON()] as const),
    ...add.map(([, { key }]) => [keyId(key), { ...key }] as const),
  ];
  return new Metadata(
    Root.fromJSON({
      _type: 'root',
      spec_version: SPECIFICATION,
      version: (before?.version ?? 0) + 1,
      expires: inDays(DAYS.root),
      consistent_snapshot: true,
      keys: Object.fromEntries(known.filter(([id]) => used.has(id))),
      roles: Object.fromEntries(roles),
    }),
  );
}

function find(root: Root | undefined, role: RoleName, name: string): string {
  const ids = (root?.roles[role]?.keyIDs ?? []).filter(
    (id) => ownerOf(root!, id) === name || (name.length >= 8 && id.startsWith(name)),
  );
  if (ids.length !== 1)
    throw new PublishError(`${ids.length === 0 ? 'no key' : 'several keys'} of ${role}: ${name}`);
  return ids[0]!;
}
