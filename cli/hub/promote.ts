import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { THRESHOLD } from '#listings/agreed.ts';
import { Agreements, Maintainers, type PublicListing, PublicListings } from '#schema/review.ts';
import { IndicatorSource } from '#schema/rules.ts';
import { z } from '#schema/zod.ts';
import { readArguments } from '../arguments.ts';
import { printProblems } from '../lint.ts';
import { RULES } from '../paths.ts';
import { publish } from '../publish/publish.ts';
import { sign } from '../publish/sign.ts';
import { readRules } from '../rules/read.ts';
import { readYaml } from '../rules/yaml.ts';
import { unagreed } from './agreed.ts';

const USAGE = `lurewatch promote --hub URL [--rules FOLDER] [--branch NAME | --patch FILE]
lurewatch promote --hub URL --repository FOLDER --key NAME… [--keys FOLDER] [--yes]
Takes what the maintainers of a hub decided into rules/indicators/hub.yaml: what they list is in it,
what they took off the list is gone. Nothing is published unless a repository is named.
  --maintainers FILE   takes only what two maintainers in this file have signed with their passkeys;
                       a file that is not there is written, for you to look at and keep
  --branch NAME        commits the change on a new branch, for others to look at and sign
  --patch FILE         writes the change as a patch for git apply, and leaves the rules as they were
  --repository FOLDER  signs with every --key and publishes: for a team on one machine
  --keys FOLDER        where the keys are
  --rules FOLDER       another folder than rules/
  --yes                sign without asking`;

const OPTIONS = {
  hub: { type: 'string' },
  rules: { type: 'string', default: RULES },
  maintainers: { type: 'string' },
  branch: { type: 'string' },
  patch: { type: 'string' },
  repository: { type: 'string' },
  key: { type: 'string', multiple: true, default: [] as string[] },
  keys: { type: 'string' },
  yes: { type: 'boolean', default: false },
} as const;

const HEAD = `# Parties that two maintainers of the hub have agreed on. Written by \`lurewatch promote\`: decide in
# the hub and promote again, for the next promotion writes this file anew.
`;

/** `lurewatch promote`: from decisions to a change of the rules, and on to a publication. */
export async function promote(args: string[]): Promise<number> {
  const parsed = readArguments(args, USAGE, OPTIONS);
  if (typeof parsed === 'number') return parsed;
  const { hub, rules, maintainers, branch, patch, repository, key, keys, yes } = parsed.values;
  const isMixed = [branch, patch, repository].filter(Boolean).length > 1;
  if (!hub || !URL.canParse(hub) || parsed.positionals.length > 0 || isMixed) {
    console.error(USAGE);
    return 2;
  }
  const listings = (await answerOf(hub, '/v1/listings', PublicListings))?.listings;
  if (!listings) return 1;
  if (maintainers !== undefined && !(await isAgreed(hub, listings, maintainers))) return 1;
  const file = join(rules, 'indicators', 'hub.yaml');
  if (!describe(file, listings)) {
    console.log('Nothing has changed.');
    return 0;
  }
  writeFileSync(file, HEAD + stringify(listings, { lineWidth: 100 }));
  const { problems } = readRules(rules);
  printProblems(problems);
  if (problems.length > 0) return 1;
  if (patch !== undefined) return writePatch(file, patch);
  if (branch !== undefined) return commit(file, branch);
  return repository === undefined ? 0 : release({ rules, repository, key, keys, yes });
}

/** What the hub answers; undefined where it can't be had, which is printed. */
async function answerOf<T extends z.ZodMiniType>(
  hub: string,
  path: string,
  schema: T,
): Promise<z.output<T> | undefined> {
  try {
    const response = await fetch(new URL(path, hub), { redirect: 'error' });
    if (!response.ok) throw new Error(`it answers ${response.status}`);
    return z.parse(schema, await response.json());
  } catch (error) {
    console.error(`${hub}: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

/** Says which listings nobody signed for, if any. */
async function isAgreed(
  hub: string,
  listings: readonly PublicListing[],
  file: string,
): Promise<boolean> {
  const signed = await answerOf(hub, '/v1/agreements', Agreements);
  if (!signed) return false;
  if (!existsSync(file)) {
    const { origin, maintainers } = signed;
    writeFileSync(file, `${JSON.stringify({ origin, maintainers }, undefined, 2)}\n`);
    console.log(`${file}: these passkeys are believed from now on. Ask their owners, and keep it.`);
  }
  const known = knownIn(file);
  if (!known) return false;
  const missing = await unagreed(listings, signed, known);
  for (const { listing, by } of missing)
    console.error(
      `${listing.type} ${listing.value}: signed by ${by.length} of ${THRESHOLD} maintainers in ${file}${by.length > 0 ? ` (${by.join(', ')})` : ''}`,
    );
  return missing.length === 0;
}

function knownIn(file: string): Maintainers | undefined {
  try {
    return z.parse(Maintainers, JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

/** Says what changes. False where nothing does. */
function describe(file: string, listings: readonly PublicListing[]): boolean {
  const before = existsSync(file) ? (readYaml(file, z.array(IndicatorSource), []) ?? []) : [];
  const lines = (all: readonly PublicListing[]) =>
    new Set(
      all.map(({ type, value, reason, case: id, expires }) =>
        [type, value, `until ${expires}`, id, reason].join(' '),
      ),
    );
  const [old, now] = [lines(before), lines(listings)];
  const [gone, added] = [old.difference(now), now.difference(old)];
  for (const line of gone) console.log(`- ${line}`);
  for (const line of added) console.log(`+ ${line}`);
  return gone.size + added.size > 0;
}

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' });

function writePatch(file: string, patch: string): number {
  git('add', '--intent-to-add', file);
  writeFileSync(patch, git('diff', '--', file));
  git('reset', '--quiet', '--', file);
  // A file that git knows comes back as it was; one that it does not know was not there before.
  const isKnown = git('ls-files', '--', file) !== '';
  if (isKnown) git('checkout', '--', file);
  else rmSync(file);
  console.log(`${patch}: look at it, then git apply`);
  return 0;
}

function commit(file: string, branch: string): number {
  git('switch', '--quiet', '--create', branch);
  git('add', '--', file);
  git(
    'commit',
    '--quiet',
    '--message',
    'Take over what the maintainers of the hub decided',
    '--',
    file,
  );
  console.log(`Branch ${branch}: hand it to a second maintainer, then lurewatch sign`);
  return 0;
}

interface Release {
  readonly rules: string;
  readonly repository: string;
  readonly key: readonly string[];
  readonly keys: string | undefined;
  readonly yes: boolean;
}

async function release({ rules, repository, key, keys, yes }: Release): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'lurewatch-promote-'));
  const draft = resolve(folder, 'draft');
  const shared = [...(keys === undefined ? [] : ['--keys', keys])];
  try {
    for (const owner of key.length === 0 ? [undefined] : key) {
      const whose = owner === undefined ? [] : ['--key', owner];
      const status = await sign([
        draft,
        '--repository',
        repository,
        '--rules',
        rules,
        ...shared,
        ...whose,
        ...(yes ? ['--yes'] : []),
      ]);
      if (status !== 0) return status;
    }
    return await publish([draft, '--to', repository, ...shared]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
