import { readArguments } from '../arguments.ts';
import { newPassphrase } from './ask.ts';
import { describeRoot } from './describe.ts';
import { writeDraft } from './draft.ts';
import { PublishError, reporting } from './errors.ts';
import { createKey, keysIn, readKey, shortId } from './key-file.ts';
import { rolesOf } from './metadata.ts';
import { keysFolder } from './paths.ts';
import { newestRoot, shippedRoot, versionsOf } from './repository.ts';
import { isRole, ROLES, type RoleName } from './roles.ts';
import { firstRoot, nextRoot, type Rotation } from './root.ts';

const USAGE = `lurewatch keys create NAME [--keys FOLDER]
  Makes a key pair: NAME.key is secret and needs its passphrase, NAME.pub is to be handed around.
lurewatch keys list [--keys FOLDER] [--repository FOLDER]
  Your keys, and what the root of the repository gives them.
lurewatch keys root DRAFT --add ROLE=FILE.pub… [--threshold ROLE=N…]
  A first root, to be signed with lurewatch sign. ROLE is root, targets, snapshot or timestamp.
  Signatures needed, unless told otherwise: root 3, targets 2, snapshot 1, timestamp 1.
lurewatch keys rotate DRAFT --repository FOLDER [--add ROLE=FILE.pub…] [--remove ROLE=NAME…]
                      [--threshold ROLE=N…] [--trust FILE]
  The next root: with keys more or less, or, without any, valid for another year. Who signed the
  last root must sign it, and the new ones too.`;

const OPTIONS = {
  keys: { type: 'string' },
  repository: { type: 'string' },
  trust: { type: 'string' },
  add: { type: 'string', multiple: true },
  remove: { type: 'string', multiple: true },
  threshold: { type: 'string', multiple: true },
} as const;

/** `lurewatch keys`: key pairs, and the roots that say what they may do. */
export async function keys(args: string[]): Promise<number> {
  const parsed = readArguments(args, USAGE, OPTIONS);
  if (typeof parsed === 'number') return parsed;
  const { values, positionals } = parsed;
  const [command, name, ...rest] = positionals;
  const folder = keysFolder(values.keys);
  const wants = (): Rotation => ({
    add: (values.add ?? []).map(assignment).map(([role, file]) => [role, readKey(file)]),
    remove: (values.remove ?? []).map(assignment),
    thresholds: (values.threshold ?? [])
      .map(assignment)
      .map(([role, count]) => [role, Number(count)]),
  });
  return reporting(async () => {
    if (rest.length > 0) return wrong();
    if (command === 'list' && name === undefined) return list(folder, values.repository);
    if (name === undefined) return wrong();
    if (command === 'create') return create(folder, name);
    if (command === 'root') return draftRoot(name, firstRoot(wants()));
    if (command !== 'rotate' || !values.repository) return wrong();
    const root = newestRoot(values.repository, shippedRoot(values.trust))?.signed;
    if (!root) throw new PublishError(`${values.repository} has no root: make one by keys root`);
    return draftRoot(name, nextRoot(root, wants()), root);
  });
}

function wrong(): number {
  console.error(USAGE);
  return 2;
}

/** `ROLE=…`. @throws {PublishError} */
function assignment(text: string): [RoleName, string] {
  const at = text.indexOf('=');
  const role = text.slice(0, at);
  if (at < 0 || !isRole(role))
    throw new PublishError(`not ROLE=…, where ROLE is ${ROLES.join(', ')}: ${text}`);
  return [role, text.slice(at + 1)];
}

async function create(folder: string, name: string): Promise<number> {
  const pair = await createKey(folder, name, () => newPassphrase(name));
  console.log(`Key ${shortId(pair.id)} of ${name} is in ${folder}
  ${name}.key  secret: keep a copy offline; without it and its passphrase the key is lost
  ${name}.pub  hand this to whoever makes the root`);
  return 0;
}

function list(folder: string, repository: string | undefined): number {
  const pairs = keysIn(folder);
  const root =
    repository === undefined ? undefined : newestRoot(repository, shippedRoot(undefined));
  console.log(pairs.length > 0 ? `Keys in ${folder}` : `No keys in ${folder}`);
  for (const { id, owner } of pairs) {
    const roles = root ? rolesOf(root.signed, id) : [];
    console.log(`  ${shortId(id)} ${owner}${roles.length > 0 ? `: ${roles.join(', ')}` : ''}`);
  }
  if (root) {
    console.log(describeRoot(undefined, root.signed));
    const [, ...older] = versionsOf(repository!, 'root').reverse();
    if (older.length > 0) console.log(`  after ${older.length} earlier roots`);
  }
  return 0;
}

function draftRoot(
  folder: string,
  metadata: ReturnType<typeof firstRoot>,
  before?: Parameters<typeof describeRoot>[0],
): number {
  writeDraft(folder, 'root', metadata);
  console.log(describeRoot(before, metadata.signed));
  console.log(`${folder}: unsigned. Next: lurewatch sign ${folder}`);
  return 0;
}
