/** One look for new rules. Whatever fails, what is installed stays as it was. */

import { BundleError, PhraseError } from '#engine/phrases/errors.ts';
import { verifyRuleset } from '#engine/ruleset/open.ts';
import type { InstalledRow } from '#schema/installed.ts';
import type { Outcome, Progress } from '#schema/ruleset-status.ts';
import { decodeText, gunzip } from '../bundle/bytes.ts';
import { TextError } from '../bundle/errors.ts';
import { MAX_INDICATORS_BYTES } from '../bundle/indicators-text.ts';
import { MAX_RULES_BYTES } from '../bundle/rules-text.ts';
import { TufClient } from '../tuf/client.ts';
import { UpdateError } from '../tuf/errors.ts';
import { ownerOf } from '../tuf/owner.ts';
import type { Fetch, MetadataStore } from '../tuf/ports.ts';
import { prepare, SelfTestError } from './install.ts';
import { announced, fetchText, type Texts } from './texts.ts';

/** A mirror of the repository. */
export interface Mirror {
  readonly fetchMetadata: Fetch;
  readonly fetchTarget: Fetch;
}

/** What a look needs of the world around it. */
export interface World {
  /** Root metadata that the package was shipped with. */
  readonly root: Uint8Array;
  /** Tried one after the other until one has an answer. */
  readonly mirrors: readonly Mirror[];
  readonly metadata: MetadataStore;
  /** The stored ruleset, if there is one. */
  readonly stored: () => Promise<InstalledRow | undefined>;
  /** Stores a ruleset: all of it or nothing. */
  readonly store: (row: InstalledRow) => Promise<void>;
  /** Called once other listed parties are stored, with the text before and the text now. */
  readonly relisted: (before: string, after: string) => Promise<void>;
  /** What the package brings along: the floor. */
  readonly bundled: { readonly serial: number; readonly build: string };
  readonly bundledTexts: () => Promise<Texts>;
  readonly bundledBytes: () => Promise<Uint8Array>;
  /** Milliseconds since 1970, never less than ever seen before. */
  readonly now: () => number;
  readonly report: (progress: Progress) => void;
}

/** Looks for new rules and installs them. Never throws for what a mirror or the disk may do. */
export async function renew(world: World): Promise<Outcome> {
  try {
    const base = await textsAtHand(world);
    let worst: Outcome = 'unreachable';
    for (const mirror of world.mirrors) {
      try {
        return await renewFrom(mirror, base, world);
      } catch (error) {
        const outcome = outcomeOf(error);
        // What was answered wrongly tells more than that nothing was answered.
        if (worst === 'unreachable') worst = outcome;
      }
    }
    return worst;
  } catch (error) {
    return outcomeOf(error);
  }
}

async function renewFrom(mirror: Mirror, base: AtHand, world: World): Promise<Outcome> {
  const { report, bundled } = world;
  report('asking');
  const client = new TufClient({ ...mirror, store: world.metadata, clock: world.now });
  await trustRoot(client, world);
  const { root, targets, signers } = await client.refresh();
  const names = signers.map((id) => ownerOf(root, id));
  const { about } = await announced(client, 'rules');
  if (about.serial < bundled.serial) return 'current';
  report('fetching');
  const texts: Texts = {
    rules: await fetchText(client, 'rules', base.rules),
    indicators: await fetchText(client, 'indicators', base.indicators),
  };
  const isSame = texts.rules === base.rules && texts.indicators === base.indicators;
  if (isSame && base.row && base.row.validUntil === targets.expires) return 'current';
  const known = async () =>
    base.row ? new Uint8Array(await base.row.compiled.arrayBuffer()) : world.bundledBytes();
  const { release, compiled } =
    isSame && base.row
      ? { release: base.row, compiled: await known() }
      : await prepare(
          texts,
          report,
          hasSameBody(texts.rules, base.rules) ? await known() : undefined,
        );
  if (release.serial < (base.row?.serial ?? bundled.serial))
    throw new UpdateError('rollback', `rules ${release.serial} after ${base.row?.serial}`);
  report('storing');
  await world.store(await rowOf(texts, release, compiled, targets.expires, names, bundled.build));
  if (texts.indicators !== base.indicators) await world.relisted(base.indicators, texts.indicators);
  return isSame ? 'current' : 'updated';
}

/** Do two texts differ in their heads alone? */
const hasSameBody = (a: string, b: string): boolean =>
  a.slice(a.indexOf('\n')) === b.slice(b.indexOf('\n'));

/** The newest root that the package or an earlier look knows. */
async function trustRoot(client: TufClient, { metadata, root }: World): Promise<void> {
  const known = await metadata.read('root.json');
  if (!known || versionOf(root) > versionOf(known)) await client.init(root);
}

/** Version of a root; only compared, and verified afterwards. */
function versionOf(root: Uint8Array): number {
  try {
    return JSON.parse(decodeText(root)).signed.version;
  } catch {
    return 0;
  }
}

type AtHand = Texts & { readonly row: InstalledRow | undefined };

/**
 * The texts that an update builds upon. A stored ruleset that another package compiled, or whose
 * compiled form is damaged, is compiled anew; one whose texts are lost gives way to the package's.
 */
async function textsAtHand(world: World): Promise<AtHand> {
  const row = await world.stored();
  const { bundled } = world;
  if (row && row.serial >= bundled.serial)
    try {
      const texts = {
        rules: decodeText(await unpacked(row.rules, MAX_RULES_BYTES)),
        indicators: decodeText(await unpacked(row.indicators, MAX_INDICATORS_BYTES)),
      };
      if (row.build === bundled.build && (await isWhole(row))) return { ...texts, row };
      const { release, compiled } = await prepare(texts, world.report);
      const mended = await rowOf(
        texts,
        release,
        compiled,
        row.validUntil,
        row.signers,
        bundled.build,
      );
      await world.store(mended);
      return { ...texts, row: mended };
    } catch (error) {
      if (!isOfTexts(error)) throw error;
    }
  return { ...(await world.bundledTexts()), row: undefined };
}

async function isWhole(row: InstalledRow): Promise<boolean> {
  try {
    verifyRuleset(await row.compiled.arrayBuffer());
    return true;
  } catch (error) {
    if (error instanceof BundleError) return false;
    throw error;
  }
}

const unpacked = async (packed: Blob, cap: number): Promise<Uint8Array> =>
  gunzip(new Uint8Array(await packed.arrayBuffer()), cap);

const isOfTexts = (error: unknown): boolean =>
  error instanceof TextError ||
  error instanceof PhraseError ||
  error instanceof BundleError ||
  error instanceof SelfTestError;

async function rowOf(
  texts: Texts,
  { serial, version }: { serial: number; version: string },
  compiled: Uint8Array,
  validUntil: string,
  signers: readonly string[],
  build: string,
): Promise<InstalledRow> {
  return {
    key: 'installed',
    serial,
    version,
    build,
    compiled: new Blob([compiled as BlobPart]),
    rules: await packed(texts.rules),
    indicators: await packed(texts.indicators),
    validUntil,
    signers: [...signers],
  };
}

const packed = (text: string): Promise<Blob> =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();

/** What the reader is told of a failure. */
function outcomeOf(error: unknown): Outcome {
  if (error instanceof TextError) return error.code === 'newer-format' ? 'needs-newer' : 'refused';
  if (error instanceof SelfTestError) return 'failed-self-test';
  if (error instanceof PhraseError || error instanceof BundleError) return 'refused';
  if (!(error instanceof UpdateError)) return 'storage';
  switch (error.code) {
    case 'missing':
    case 'unreachable':
      return 'unreachable';
    case 'not-an-update':
    case 'expired':
      return error.code;
    case 'no-trust':
      return 'no-channel';
    default:
      return 'refused';
  }
}
