import { ownerOf, type Root } from './metadata.ts';
import { ROLES } from './roles.ts';

/** A root's roles in lines, each with what changes in it. */
export function describeRoot(before: Root | undefined, root: Root): string {
  const lines = ROLES.map((role) => {
    const { keyIDs, threshold } = root.roles[role]!;
    const old = before?.roles[role]?.keyIDs ?? [];
    const marked = [
      ...keyIDs.map((id) =>
        before && !old.includes(id) ? `+${ownerOf(root, id)}` : ownerOf(root, id),
      ),
      ...old.filter((id) => !keyIDs.includes(id)).map((id) => `-${ownerOf(before!, id)}`),
    ];
    const was = before?.roles[role]?.threshold;
    const moved = was !== undefined && was !== threshold ? ` (was ${was})` : '';
    return `  ${role.padEnd(9)} ${threshold} of ${keyIDs.length}${moved}: ${marked.join(', ')}`;
  });
  return [`Root ${root.version}, valid until ${root.expires}`, ...lines].join('\n');
}
