/**
 * What is to be signed, as a folder that goes from maintainer to maintainer: `root.json` and
 * `targets.json` with the signatures so far, and the files that the targets name.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './files.ts';
import {
  bytesOf,
  type Kinds,
  type Metadata,
  type Root,
  readMetadata,
  type Targets,
} from './metadata.ts';
import { targetFile } from './repository.ts';
import type { TargetsDraft } from './targets.ts';

/** Signed metadata of a draft, where there are some. */
export interface Draft {
  readonly folder: string;
  readonly root: Metadata<Root> | undefined;
  readonly targets: Metadata<Targets> | undefined;
}

/** @throws {PublishError} for files that are no metadata */
export function readDraft(folder: string): Draft {
  const read = <R extends 'root' | 'targets'>(role: R): Metadata<Kinds[R]> | undefined => {
    const file = join(folder, `${role}.json`);
    return existsSync(file) ? readMetadata(role, readFileSync(file), file) : undefined;
  };
  return { folder, root: read('root'), targets: read('targets') };
}

export function writeDraft(
  folder: string,
  role: 'root' | 'targets',
  metadata: Metadata<Root> | Metadata<Targets>,
): void {
  mkdirSync(folder, { recursive: true });
  writeWhole(join(folder, `${role}.json`), bytesOf(metadata));
}

/** Writes targets with their files; the metadata last. */
export function writeTargetsDraft(folder: string, { metadata, files }: TargetsDraft): void {
  for (const [path, bytes] of files)
    writeWhole(targetFile(folder, path, metadata.signed.targets[path]!.hashes.sha256!), bytes);
  writeDraft(folder, 'targets', metadata);
}
