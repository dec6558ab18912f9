import { readRulesText } from '#ruleset/bundle/rules-text.ts';
import { readArguments } from '../arguments.ts';
import { visit } from './client.ts';
import { type Draft, readDraft } from './draft.ts';
import { PublishError, reporting } from './errors.ts';
import { writeWhole } from './files.ts';
import { alone } from './lock.ts';
import { bytesOf, isSigned, type Metadata, type Root, sha256, type Targets } from './metadata.ts';
import { newestTargets, onlineKeys, renewOnline } from './online.ts';
import { keysFolder } from './paths.ts';
import { prune } from './prune.ts';
import {
  load,
  metadataFile,
  newestRoot,
  published,
  readTarget,
  shippedRoot,
  targetFile,
  textsOf,
  versionsOf,
} from './repository.ts';

const USAGE = `lurewatch publish DRAFT… --to FOLDER [--keys FOLDER] [--keep N] [--trust FILE]
Puts signed drafts into a TUF repository in FOLDER, which any static host can serve. Files that
nobody asks for yet come first, timestamp.json last: whoever reads meanwhile sees the old state or
the new one. Can be called again after it was interrupted.
  --keys FOLDER  where the keys of snapshot and timestamp are. Without them all is put in place but
                 the switch, which lurewatch timestamp does where the online keys are
  --keep N       versions whose files stay for installations that are behind (default 30)
  --trust FILE   the root to begin with (default trust/root.json, else the first one)`;

const OPTIONS = {
  to: { type: 'string' },
  keys: { type: 'string' },
  keep: { type: 'string', default: '30' },
  trust: { type: 'string' },
} as const;

/** `lurewatch publish`: from signed drafts to what installations fetch. */
export async function publish(args: string[]): Promise<number> {
  const parsed = readArguments(args, USAGE, OPTIONS);
  if (typeof parsed === 'number') return parsed;
  const { to, keys, trust } = parsed.values;
  const keep = Number(parsed.values.keep);
  if (!to || parsed.positionals.length === 0 || !(Number.isInteger(keep) && keep > 0)) {
    console.error(USAGE);
    return 2;
  }
  return reporting(() =>
    alone(to, async () => {
      const drafts = parsed.positionals.map(readDraft);
      const root = addRoots(to, drafts, shippedRoot(trust));
      for (const { folder, targets } of drafts)
        if (targets) await addTargets(to, folder, targets, root.next);
      await switchOver(to, root, keysFolder(keys));
      prune(to, keep);
      return 0;
    }),
  );
}

/** Roots that are to be public, checked; they are written when what they void is replaced. */
interface Roots {
  readonly next: Metadata<Root>;
  readonly fresh: readonly Metadata<Root>[];
}

/** @throws {PublishError} for a root that the one before does not lead to */
function addRoots(to: string, drafts: readonly Draft[], trust: string | undefined): Roots {
  let next = newestRoot(to, trust);
  const fresh: Metadata<Root>[] = [];
  for (const { folder, root } of drafts) {
    if (!root || root.equals(next as never)) continue;
    const last = next?.signed.version ?? 0;
    if (root.signed.version <= last && isPublished(to, root)) continue;
    if (root.signed.version !== last + 1)
      throw new PublishError(`${folder}: root ${root.signed.version} does not follow root ${last}`);
    for (const by of [next ?? root, root])
      if (!isSigned(by, 'root', root))
        throw new PublishError(
          `${folder}: root ${root.signed.version} lacks signatures that root ${by.signed.version} asks for`,
        );
    fresh.push(root);
    next = root;
  }
  if (!next) throw new PublishError(`${to} has no root, and no draft brings one`);
  return { next, fresh };
}

const isPublished = (to: string, root: Metadata<Root>): boolean =>
  load(to, 'root', `${root.signed.version}.root`)?.signed.equals(root.signed) ?? false;

/** Writes targets' files and metadata, which nobody asks for before the switch. */
async function addTargets(
  to: string,
  folder: string,
  targets: Metadata<Targets>,
  root: Metadata<Root>,
): Promise<void> {
  const { version } = targets.signed;
  if (!isSigned(root, 'targets', targets))
    throw new PublishError(
      `${folder}: targets ${version} lack signatures that root ${root.signed.version} asks for`,
    );
  await refuseOlder(to, folder, targets.signed);
  const existing = load(to, 'targets', `${version}.targets`);
  if (existing && !existing.signed.equals(targets.signed))
    throw new PublishError(`${to} has other targets ${version} already: sign a new draft`);
  for (const [path, { hashes }] of Object.entries(targets.signed.targets)) {
    const bytes = readTarget(folder, targets.signed, path);
    writeWhole(targetFile(to, path, hashes.sha256 ?? sha256(bytes)), bytes);
  }
  // Targets that are public already keep their bytes: the snapshot vouches for them.
  if (!existing) writeWhole(metadataFile(to, `${version}.targets`), bytesOf(targets));
}

/** @throws {PublishError} for rules that no installation would take */
async function refuseOlder(to: string, folder: string, targets: Targets): Promise<void> {
  const now = published(to)?.targets.signed;
  if (!now) return;
  if (targets.version < now.version)
    throw new PublishError(
      `${folder}: targets ${targets.version} are older than what is published`,
    );
  const [before, after] = [await textsOf(to, now), await textsOf(folder, targets)];
  const isSame = before.rules === after.rules && before.indicators === after.indicators;
  const [old, fresh] = [before, after].map(({ rules }) => readRulesText(rules).release.serial);
  if (!isSame && fresh! <= old!)
    throw new PublishError(
      `${folder}: serial ${fresh} does not follow ${old}; see rules/release.yaml`,
    );
}

/**
 * Makes public what was put in place: roots, then the timestamp. Before, the client of the extension
 * has taken all of it.
 */
async function switchOver(to: string, { next, fresh }: Roots, folder: string): Promise<void> {
  const roots = fresh.map((root) => [`${root.signed.version}.root`, bytesOf(root)] as const);
  const hasTargets = versionsOf(to, 'targets').length > 0;
  const targets = hasTargets ? newestTargets(to, next) : undefined;
  const keys = hasTargets ? await onlineKeys(folder, next.signed) : undefined;
  const news = targets && keys && renewOnline(to, next, targets, keys);
  if (news) await visit(to, undefined, ahead([...roots, ['timestamp', news.bytes]]));
  for (const [name, bytes] of roots) writeWhole(metadataFile(to, name), bytes);
  if (news) writeWhole(metadataFile(to, 'timestamp'), news.bytes);
  for (const { signed } of fresh) console.log(`Public: root ${signed.version}`);
  if (news) console.log(`Public: ${news.description}`);
  else if (targets === undefined)
    console.log('No targets yet: lurewatch sign makes a draft of the rules');
  else if (keys) console.log('All of it is public already');
  else
    console.log(
      `Targets ${targets} are in place; lurewatch timestamp, where the online keys are, makes them public`,
    );
}

const ahead = (files: readonly (readonly [string, Uint8Array])[]): Map<string, Uint8Array> =>
  new Map(files.map(([name, bytes]) => [`${name}.json`, bytes]));
