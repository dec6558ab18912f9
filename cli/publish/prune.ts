import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { load, metadataFile, published, targetFile, versionsOf } from './repository.ts';

/**
 * Removes what only versions before the last few name. Roots stay for ever: an installation that
 * was away for years follows them one by one.
 * @param keep how many versions of targets and snapshots stay
 */
export function prune(folder: string, keep: number): void {
  const now = published(folder);
  if (!now) return;
  const current = { targets: now.targets.signed.version, snapshot: now.snapshot.signed.version };
  for (const role of ['snapshot', 'targets'] as const) {
    const old = versionsOf(folder, role)
      .filter((version) => version <= current[role])
      .slice(0, -keep);
    for (const version of old) rmSync(metadataFile(folder, `${version}.${role}`));
  }
  const named = new Set<string>();
  for (const version of versionsOf(folder, 'targets'))
    for (const [path, { hashes }] of Object.entries(
      load(folder, 'targets', `${version}.targets`)!.signed.targets,
    ))
      named.add(targetFile(folder, path, hashes.sha256 ?? ''));
  const targets = join(folder, 'targets');
  for (const entry of readdirSync(targets, { withFileTypes: true, recursive: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !named.has(file)) rmSync(file);
  }
}
