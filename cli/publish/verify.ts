import { readFileSync } from 'node:fs';
import { ownerOf } from '#ruleset/tuf/owner.ts';
import { prepare } from '#ruleset/update/install.ts';
import { deltaPath } from '#ruleset/update/texts.ts';
import { readArguments } from '../arguments.ts';
import { type Visit, visit } from './client.ts';
import { PublishError, reporting } from './errors.ts';
import { shortId } from './key-file.ts';
import { shippedRoot } from './repository.ts';
import type { RoleName } from './roles.ts';

const USAGE = `lurewatch verify PLACE [--trust FILE]
What an installation makes of a mirror's address, or of a repository in a folder: follows the roots,
checks every signature, fetches, compiles and tests the rules.
  --trust FILE  the root to begin with (default trust/root.json, else the place's own first one)`;

/** Part of a role's validity from which on a maintainer should act. */
const SOON = { root: 60, targets: 21, snapshot: 3, timestamp: 1 } as const satisfies Record<
  RoleName,
  number
>;

/** `lurewatch verify`: what a client would say. Status 1 where it would refuse. */
export async function verify(args: string[]): Promise<number> {
  const parsed = readArguments(args, USAGE, { trust: { type: 'string' } });
  if (typeof parsed === 'number') return parsed;
  const [place, ...rest] = parsed.positionals;
  if (place === undefined || rest.length > 0) {
    console.error(USAGE);
    return 2;
  }
  return reporting(async () => {
    const trust = shippedRoot(parsed.values.trust);
    const found = await visit(place, trust === undefined ? undefined : readRoot(trust));
    const { release } = await prepare(found.texts, () => {});
    console.log(
      `Rules ${release.version}, serial ${release.serial} of ${release.date}, compiled and tested`,
    );
    console.log(describe(found));
    if (trust === undefined)
      console.log(`Began with the place's own first root: say --trust FILE to check that too`);
    return 0;
  });
}

function readRoot(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new PublishError(`no such file: ${file}`);
  }
}

function describe({ root, timestamp, snapshot, targets, signers }: Visit): string {
  const names = signers.map((id) => `${ownerOf(root, id)} (${shortId(id)})`);
  const roles = Object.entries({ root, targets, snapshot, timestamp }).map(
    ([role, { version, expires }]) =>
      `  ${role.padEnd(9)} ${String(version).padStart(5)}, valid until ${expires}${warning(role as RoleName, expires)}`,
  );
  const sizes = Object.entries(targets.targets)
    .sort(
      ([a], [b]) =>
        Number(a.startsWith('delta/')) - Number(b.startsWith('delta/')) || (a < b ? -1 : 1),
    )
    .map(
      ([path, { length }]) =>
        `  ${path.padEnd(deltaPath('indicators', '0'.repeat(12)).length)} ${length} bytes`,
    );
  return [`Signed by ${names.join(' and ')}`, ...roles, 'Files', ...sizes].join('\n');
}

function warning(role: RoleName, expires: string): string {
  const days = (Date.parse(expires) - Date.now()) / 86_400_000;
  return days < SOON[role]
    ? `: ${Math.max(0, Math.floor(days * 24))} hours left, sign it anew`
    : '';
}
