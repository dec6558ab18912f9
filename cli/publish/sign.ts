import { isDeepStrictEqual } from 'node:util';
import { decodeText, gunzip } from '#ruleset/bundle/bytes.ts';
import { MAX_INDICATORS_BYTES } from '#ruleset/bundle/indicators-text.ts';
import { readArguments } from '../arguments.ts';
import { type Built, buildRuleset } from '../build.ts';
import { RULES } from '../paths.ts';
import { agreed, passphraseFor } from './ask.ts';
import { changesBetween, describeChanges } from './changes.ts';
import { describeRoot } from './describe.ts';
import { readDraft, writeDraft, writeTargetsDraft } from './draft.ts';
import { PublishError, reporting } from './errors.ts';
import { type KeyPair, keysIn, unlock } from './key-file.ts';
import {
  isSigned,
  type Metadata,
  type Root,
  rolesOf,
  signaturesOf,
  signWith,
  type Targets,
} from './metadata.ts';
import { keysFolder } from './paths.ts';
import { raiseSerial } from './release.ts';
import {
  earlierTexts,
  newestRoot,
  published,
  readTarget,
  shippedRoot,
  textsOf,
  versionsOf,
} from './repository.ts';
import { DAYS } from './roles.ts';
import { draftTargets, type TargetsDraft } from './targets.ts';

const USAGE = `lurewatch sign DRAFT --repository FOLDER [OPTION…]
Signs what is in the folder DRAFT with your key. Where there is no such folder yet, makes one from
the rules. Hand it to the next maintainer, by file or by git, who calls the same command: it builds
the rules of that checkout, compares, shows what changes and adds a signature.
  --repository FOLDER  a copy of what is published
  --key NAME           which of your keys; needed where several could sign
  --keys FOLDER        where your keys are
  --rules FOLDER       another folder than rules/
  --deltas N           from how many earlier versions there are deltas (default 10)
  --popular FILE       names that no listed party may hit, as for lurewatch build
  --trust FILE         the root to begin with (default trust/root.json, else the first one)
  --yes                sign without asking`;

const OPTIONS = {
  repository: { type: 'string' },
  key: { type: 'string' },
  keys: { type: 'string' },
  rules: { type: 'string' },
  deltas: { type: 'string', default: '10' },
  popular: { type: 'string', multiple: true },
  trust: { type: 'string' },
  yes: { type: 'boolean', default: false },
} as const;

interface Wanted {
  readonly draft: string;
  readonly repository: string;
  readonly key: string | undefined;
  readonly keys: string;
  readonly rules: string;
  readonly deltas: number;
  readonly popular: string[] | undefined;
  readonly trust: string | undefined;
  readonly yes: boolean;
}

/** `lurewatch sign`: one maintainer's signature on a draft. */
export async function sign(args: string[]): Promise<number> {
  const parsed = readArguments(args, USAGE, OPTIONS);
  if (typeof parsed === 'number') return parsed;
  const { repository, keys, rules = RULES, deltas, key, popular, trust, yes } = parsed.values;
  const [draft, ...rest] = parsed.positionals;
  const count = Number(deltas);
  if (draft === undefined || rest.length > 0 || !repository || !Number.isInteger(count)) {
    console.error(USAGE);
    return 2;
  }
  const wanted = { draft, repository, key, rules, deltas: count, popular, yes };
  return reporting(() =>
    signDraft({ ...wanted, keys: keysFolder(keys), trust: shippedRoot(trust) }),
  );
}

async function signDraft(wanted: Wanted): Promise<number> {
  const before = newestRoot(wanted.repository, wanted.trust);
  const draft = readDraft(wanted.draft);
  const root = draft.root ?? before;
  if (!root)
    throw new PublishError(`${wanted.repository} has no root yet: begin with lurewatch keys root`);
  const pair = chooseKey(wanted, [before, root]);
  const roles = new Set([before, root].flatMap((one) => (one ? rolesOf(one.signed, pair.id) : [])));
  if (draft.root) console.log(describeRoot(before?.signed, draft.root.signed));
  let targets = draft.targets;
  const now = published(wanted.repository);
  const isVoid = now !== undefined && !isSigned(root, 'targets', now.targets);
  if (targets || !draft.root || isVoid) {
    const own = await draftFromRules(wanted, targets?.signed.version);
    if (targets) await compare(wanted.draft, targets.signed, own);
    else writeTargetsDraft(wanted.draft, own);
    targets ??= own.metadata;
  }
  await agreed(`Sign with the key "${pair.owner}"?`, wanted.yes);
  const use = await unlock(pair, await passphraseFor(pair.owner));
  if (draft.root && roles.has('root')) {
    signWith(draft.root, pair, use);
    writeDraft(wanted.draft, 'root', draft.root);
    console.log(stateOf('root', draft.root, [before, draft.root]));
  }
  if (targets && roles.has('targets')) {
    signWith(targets, pair, use);
    writeDraft(wanted.draft, 'targets', targets);
    console.log(stateOf('targets', targets, [root]));
  }
  return 0;
}

/** The key that is named, or the only one at hand that may sign. @throws {PublishError} */
function chooseKey({ keys, key }: Wanted, roots: (Metadata<Root> | undefined)[]): KeyPair {
  const all = keysIn(keys);
  const may = all.filter(({ id }) =>
    roots.some(
      (root) =>
        root && rolesOf(root.signed, id).some((role) => role === 'root' || role === 'targets'),
    ),
  );
  const named = key === undefined ? may : may.filter(({ owner }) => owner === key);
  const [first, second] = named;
  if (!first)
    throw new PublishError(
      `no key in ${keys}${key ? ` named ${key}` : ''} may sign this: see lurewatch keys list`,
    );
  if (second)
    throw new PublishError(
      `several keys could sign: say --key ${named.map(({ owner }) => owner).join(' or ')}`,
    );
  return first;
}

/** What this checkout's rules would be published as; says what changes for readers. */
async function draftFromRules(wanted: Wanted, version: number | undefined): Promise<TargetsDraft> {
  const now = published(wanted.repository);
  const current = now && (await textsOf(wanted.repository, now.targets.signed));
  let built = buildOrFail(wanted);
  if (current && version === undefined && raiseSerial(wanted.rules, built.texts, current))
    built = buildOrFail(wanted);
  const earlier = await earlierTexts(wanted.repository, wanted.deltas);
  if (current) console.log(describeChanges(changesBetween(current, built.texts)));
  const { version: name, serial } = built.source.release;
  console.log(`Rules ${name}, serial ${serial}, valid for ${DAYS.targets} days`);
  const next = Math.max(0, ...versionsOf(wanted.repository, 'targets')) + 1;
  return draftTargets(built.texts, built.source.release, earlier, version ?? next);
}

function buildOrFail({ rules, popular }: Wanted): Built {
  const built = buildRuleset(rules, popular);
  if (!built) throw new PublishError('the rules have problems: nothing is signed');
  return built;
}

/**
 * Refuses to sign anything but what this machine built itself. Packed bytes may differ between
 * versions of zlib, so that texts are compared and not files.
 * @throws {PublishError}
 */
async function compare(folder: string, targets: Targets, own: TargetsDraft): Promise<void> {
  const mine = own.metadata.signed;
  const [theirs, ours] = [targets, mine].map((one) => Object.keys(one.targets).sort());
  if (!isDeepStrictEqual(theirs, ours))
    throw new PublishError(
      `the draft has other files than yours would: ${theirs!.join(' ')} and not ${ours!.join(' ')}. Bring your copy of the repository up to date`,
    );
  const others: string[] = [];
  for (const path of ours!) {
    const isSame =
      isDeepStrictEqual(targets.targets[path]!.custom, mine.targets[path]!.custom) &&
      (await unpacked(readTarget(folder, targets, path))) ===
        (await unpacked(own.files.get(path)!));
    if (!isSame) others.push(path);
  }
  if (others.length > 0)
    throw new PublishError(
      `the draft is not what your rules give (${others.join(', ')}): compare your checkouts`,
    );
  const latest = Date.parse(mine.expires);
  if (!(Date.parse(targets.expires) <= latest) || targets.delegations)
    throw new PublishError('the draft would be valid for too long, or gives rights away');
}

const unpacked = async (bytes: Uint8Array): Promise<string> =>
  decodeText(await gunzip(bytes, MAX_INDICATORS_BYTES));

/** Who has signed and who is awaited, and what to do next. */
function stateOf(
  role: 'root' | 'targets',
  metadata: Metadata<Root> | Metadata<Targets>,
  roots: (Metadata<Root> | undefined)[],
): string {
  const lines: string[] = [];
  let isDone = true;
  for (const root of roots) {
    if (!root) continue;
    const { threshold, signed, open } = signaturesOf(root.signed, role, metadata);
    isDone &&= signed.length >= threshold;
    const still =
      signed.length >= threshold
        ? ''
        : `; still needed: ${threshold - signed.length} of ${open.join(', ')}`;
    lines.push(
      `${role} ${metadata.signed.version}: ${signed.length} of ${threshold} signatures that root ${root.signed.version} asks for (${signed.join(', ') || 'none'})${still}`,
    );
  }
  return [...new Set(lines), isDone ? 'Enough: lurewatch publish' : 'Hand the draft on.'].join(
    '\n',
  );
}
