import { setTimeout } from 'node:timers/promises';
import { readArguments } from '../arguments.ts';
import { visit } from './client.ts';
import { PublishError, reporting } from './errors.ts';
import { writeWhole } from './files.ts';
import { alone } from './lock.ts';
import { newestTargets, onlineKeys, renewOnline } from './online.ts';
import { keysFolder } from './paths.ts';
import { metadataFile, newestRoot, shippedRoot } from './repository.ts';

const USAGE = `lurewatch timestamp --to FOLDER [--keys FOLDER] [--every MINUTES] [--trust FILE]
The online job: signs that what is published is still the newest, and makes public what lurewatch
publish has put in place. Needs the keys of snapshot and timestamp and no other; signs again when
half of the validity is over.
  --keys FOLDER    where the online keys are; LUREWATCH_PASSPHRASE opens them
  --every MINUTES  goes on for ever; without it, one look
  --trust FILE     the root to begin with (default trust/root.json, else the first one)`;

const OPTIONS = {
  to: { type: 'string' },
  keys: { type: 'string' },
  every: { type: 'string' },
  trust: { type: 'string' },
} as const;

/** `lurewatch timestamp`: keeps a repository from expiring. */
export async function timestamp(args: string[]): Promise<number> {
  const parsed = readArguments(args, USAGE, OPTIONS);
  if (typeof parsed === 'number') return parsed;
  const { to, keys, every, trust } = parsed.values;
  const minutes = every === undefined ? undefined : Number(every);
  if (!to || parsed.positionals.length > 0 || (minutes !== undefined && !(minutes > 0))) {
    console.error(USAGE);
    return 2;
  }
  const look = () => reporting(() => renew(to, keysFolder(keys), shippedRoot(trust)));
  if (minutes === undefined) return look();
  // A look that fails is said and tried again: the job must outlive a night without network.
  for (;;) {
    await look();
    await setTimeout(minutes * 60_000);
  }
}

const renew = (to: string, folder: string, trust: string | undefined): Promise<number> =>
  alone(to, async () => {
    const root = newestRoot(to, trust);
    if (!root) throw new PublishError(`${to} has no root: lurewatch publish`);
    const targets = newestTargets(to, root);
    const keys = await onlineKeys(folder, root.signed);
    if (!keys) throw new PublishError(`the keys of snapshot and timestamp are not in ${folder}`);
    const news = renewOnline(to, root, targets, keys);
    if (news) {
      await visit(to, undefined, new Map([['timestamp.json', news.bytes]]));
      writeWhole(metadataFile(to, 'timestamp'), news.bytes);
    }
    console.log(
      `${new Date().toISOString()} ${news ? `public: ${news.description}` : 'young enough'}`,
    );
    return 0;
  });
