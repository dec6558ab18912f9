/** Finds a target in the targets or by delegation (specification, sections 4.5 and 5.6.7). */
import type { DelegatedRole, TargetFile, Targets } from './metadata.ts';
import { hexOf, type Signers } from './verify.ts';

/** A target that signed metadata vouch for. */
export interface Target extends TargetFile {
  readonly path: string;
}

/** A delegated role of such a name would be stored in the place of the real one. */
const TOP_ROLES: ReadonlySet<string> = new Set(['root', 'timestamp', 'snapshot', 'targets']);

/** File of a role without its version; a role's name may hold anything. */
export const roleFile = (role: string): string => `${encodeURIComponent(role)}.json`;

/**
 * Searches in pre-order, depth first: the first role that has the path decides.
 * @param load verified metadata of a role, by those who may sign for it
 * @param most roles looked into; a search in circles or in a crowd ends there
 */
export async function findTarget(
  path: string,
  targets: Targets,
  load: (name: string, signers: Signers) => Promise<Targets>,
  most: number,
): Promise<Target | undefined> {
  const visited = new Set<string>();
  const waiting = [{ name: 'targets', load: async () => targets }];
  for (let next = waiting.pop(); next && visited.size <= most; next = waiting.pop()) {
    if (visited.has(next.name)) continue;
    const signed = await next.load();
    visited.add(next.name);
    if (Object.hasOwn(signed.targets, path)) return { ...signed.targets[path]!, path };
    const { roles, isTerminating } = await delegationsFor(path, signed);
    if (isTerminating) waiting.length = 0;
    const keys = signed.delegations?.keys ?? {};
    for (const role of roles.toReversed())
      if (!TOP_ROLES.has(role.name))
        waiting.push({ name: role.name, load: () => load(role.name, { keys, role }) });
  }
  return undefined;
}

/**
 * Roles to look into for a path, in their order; after a terminating one no other is asked, not
 * even those that wait.
 */
async function delegationsFor(
  path: string,
  { delegations }: Targets,
): Promise<{ roles: DelegatedRole[]; isTerminating: boolean }> {
  const roles: DelegatedRole[] = [];
  for (const role of delegations?.roles ?? []) {
    if (!(await speaksFor(role, path))) continue;
    roles.push(role);
    if (role.terminating) return { roles, isTerminating: true };
  }
  return { roles, isTerminating: false };
}

async function speaksFor(
  { paths, path_hash_prefixes: prefixes }: DelegatedRole,
  path: string,
): Promise<boolean> {
  if (paths) return paths.some((pattern) => matches(pattern, path));
  if (!prefixes) return false;
  const bytes = new TextEncoder().encode(path);
  const hash = hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  return prefixes.some((prefix) => hash.startsWith(prefix));
}

/** Shell-style pattern: `*` and `?` stay within a part between slashes. */
function matches(pattern: string, path: string): boolean {
  const patterns = pattern.split('/');
  const parts = path.split('/');
  return (
    patterns.length === parts.length && patterns.every((each, at) => matchesPart(each, parts[at]!))
  );
}

/** Linear but for one step back: the last star takes up what does not fit. */
function matchesPart(pattern: string, part: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let from = 0; from < part.length; ) {
    if (pattern[at] === '*') {
      star = at++;
      resume = from;
    } else if (pattern[at] === '?' || pattern[at] === part[from]) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++resume;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
