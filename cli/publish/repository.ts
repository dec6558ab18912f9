/** A TUF repository in a folder: `metadata/` and `targets/`, as any static host serves them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText, gunzip } from '#ruleset/bundle/bytes.ts';
import { MAX_INDICATORS_BYTES } from '#ruleset/bundle/indicators-text.ts';
import { MAX_RULES_BYTES } from '#ruleset/bundle/rules-text.ts';
import { fullPath, type TextName, type Texts } from '#ruleset/update/texts.ts';
import { PublishError } from './errors.ts';
import {
  isSigned,
  type Kinds,
  type Metadata,
  type Root,
  readMetadata,
  sha256,
  type Targets,
} from './metadata.ts';
import type { RoleName } from './roles.ts';

export const metadataFile = (folder: string, name: string): string =>
  join(folder, 'metadata', `${name}.json`);

/** Where a target's bytes are, by their hash (consistent snapshots). */
export function targetFile(folder: string, path: string, hash: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return join(folder, 'targets', path.slice(0, slash), `${hash}.${path.slice(slash)}`);
}

/** Reads metadata by file name without `.json`; undefined where there are none. */
export function load<R extends RoleName>(
  folder: string,
  role: R,
  name: string,
): Metadata<Kinds[R]> | undefined {
  const file = metadataFile(folder, name);
  return existsSync(file) ? readMetadata(role, readFileSync(file), file) : undefined;
}

/** Versions of a role that stand in the folder, ascending; published or not. */
export function versionsOf(folder: string, role: RoleName): number[] {
  const metadata = join(folder, 'metadata');
  if (!existsSync(metadata)) return [];
  return readdirSync(metadata)
    .map((name) => Number(new RegExp(`^([1-9]\\d*)\\.${role}\\.json$`).exec(name)?.[1] ?? 0))
    .filter((version) => version > 0)
    .sort((a, b) => a - b);
}

/**
 * The newest root, reached from the first one (or from the root that builds are shipped with) step
 * by step, each signed as its predecessor and itself ask.
 * @param trust file of a root to begin with
 * @throws {PublishError} where a step is missing or not signed
 */
export function newestRoot(folder: string, trust?: string): Metadata<Root> | undefined {
  const first = trust
    ? readMetadata('root', readFileSync(trust), trust)
    : load(folder, 'root', '1.root');
  if (!first) return undefined;
  let root = first;
  refuseUnsigned(root, root);
  for (;;) {
    const next: Metadata<Root> | undefined = load(
      folder,
      'root',
      `${root.signed.version + 1}.root`,
    );
    if (!next) return root;
    refuseUnsigned(root, next);
    refuseUnsigned(next, next);
    root = next;
  }
}

function refuseUnsigned(by: Metadata<Root>, root: Metadata<Root>): void {
  if (!isSigned(by, 'root', root))
    throw new PublishError(
      `root ${root.signed.version} is not signed as root ${by.signed.version} asks`,
    );
}

/** What readers are given now. */
export interface Published {
  readonly timestamp: Metadata<Kinds['timestamp']>;
  readonly snapshot: Metadata<Kinds['snapshot']>;
  readonly targets: Metadata<Targets>;
}

/** Follows the timestamp; undefined before the first publication. @throws {PublishError} */
export function published(folder: string): Published | undefined {
  const timestamp = load(folder, 'timestamp', 'timestamp');
  if (!timestamp) return undefined;
  const snapshotName = `${timestamp.signed.snapshotMeta.version}.snapshot`;
  const snapshot = load(folder, 'snapshot', snapshotName);
  const version = snapshot?.signed.meta['targets.json']?.version;
  const targets = version && load(folder, 'targets', `${version}.targets`);
  if (!snapshot || !targets)
    throw new PublishError(
      `${folder}: what timestamp.json names is not there; restore it from a mirror`,
    );
  return { timestamp, snapshot, targets };
}

/** Bytes of a target. @throws {PublishError} unless they are the signed ones */
export function readTarget(folder: string, targets: Targets, path: string): Uint8Array {
  const target = targets.targets[path];
  const hash = target?.hashes.sha256;
  if (!hash) throw new PublishError(`${path} is not in the targets`);
  const file = targetFile(folder, path, hash);
  const bytes = readFileSync(file);
  if (bytes.length !== target.length || sha256(bytes) !== hash)
    throw new PublishError(`${file} is not what was signed`);
  return bytes;
}

const TEXTS: readonly TextName[] = ['rules', 'indicators'];
const CAPS: Record<TextName, number> = { rules: MAX_RULES_BYTES, indicators: MAX_INDICATORS_BYTES };

/** The two texts of a targets version. @throws {PublishError} and {TextError} */
export async function textsOf(folder: string, targets: Targets): Promise<Texts> {
  const read = async (name: TextName): Promise<string> =>
    decodeText(await gunzip(readTarget(folder, targets, fullPath(name)), CAPS[name]));
  return { rules: await read('rules'), indicators: await read('indicators') };
}

/** Texts of the last few targets versions, newest first; versions whose files are gone are skipped. */
export async function earlierTexts(folder: string, count: number): Promise<Texts[]> {
  const last = published(folder)?.targets.signed.version ?? 0;
  const versions = versionsOf(folder, 'targets').filter((version) => version <= last);
  const earlier: Texts[] = [];
  for (const version of versions.slice(-count).reverse()) {
    const { signed } = load(folder, 'targets', `${version}.targets`)!;
    const hasFiles = TEXTS.every((name) => {
      const path = fullPath(name);
      return existsSync(targetFile(folder, path, signed.targets[path]?.hashes.sha256 ?? ''));
    });
    if (hasFiles) earlier.push(await textsOf(folder, signed));
  }
  return earlier;
}

/** The root to begin with at another place than the first: the one that builds are shipped with. */
export const shippedRoot = (given: string | undefined): string | undefined => {
  if (given !== undefined) return given;
  return existsSync('trust/root.json') ? 'trust/root.json' : undefined;
};
