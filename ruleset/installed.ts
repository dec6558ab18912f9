/** The ruleset in use: the stored one, or the package's; opened once in the life of a background. */
import { type OpenOptions, openRuleset } from '#engine/ruleset/open.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import { readRows } from '#platform/wake.ts';
import { CopyRow, InstalledRow } from '#schema/installed.ts';
import { z } from '#schema/zod.ts';
import { BUNDLED, bundledBytes, FLOOR_UNTIL } from './bundled.ts';

let opened: Promise<Ruleset> | undefined;

/** What is stored of the ruleset. */
export interface Stored {
  readonly row: InstalledRow | undefined;
  /** The package's own ruleset, where it was copied. */
  readonly copy: Blob | undefined;
  /** Now, but never before a time that was seen already, ISO 8601. */
  readonly now: string;
}

const Seen = z.object({ latest: z.iso.datetime() });

/**
 * The stored ruleset, where it is whole and this package may use it: a newer package never falls
 * back to rules older than its own, and what another package compiled is compiled anew first. A
 * clock that was set back does not make it valid again.
 */
export async function storedRuleset(): Promise<Stored> {
  const rows = await readRows('rulesets', ['installed', 'copy', 'updates']);
  const row = z.safeParse(InstalledRow, rows[0]);
  const copy = z.safeParse(CopyRow, rows[1]);
  const seen = z.safeParse(Seen, rows[2]);
  const isOurs = row.success && row.data.build === BUNDLED.build;
  const clock = new Date().toISOString();
  return {
    row: isOurs && row.data.serial >= BUNDLED.serial ? row.data : undefined,
    copy: copy.success && copy.data.build === BUNDLED.build ? copy.data.compiled : undefined,
    now: seen.success && seen.data.latest > clock ? seen.data.latest : clock,
  };
}

/** An update may take a row's bytes away between the look at the row and at its bytes: once. */
const LOOKS = 2;

async function open(): Promise<Ruleset> {
  let { row, copy, now } = await storedRuleset();
  for (let look = 0; row && look < LOOKS; look++) {
    const { compiled, validUntil } = row;
    try {
      return openRuleset(await compiled.arrayBuffer(), optionsAt(now, validUntil));
    } catch {
      // Replaced meanwhile, or damaged: then the package's stand in until a check has mended it.
      ({ row, copy, now } = await storedRuleset());
    }
  }
  const options = optionsAt(now, FLOOR_UNTIL);
  try {
    if (copy) return openRuleset(await copy.arrayBuffer(), options);
  } catch {
    // Damaged: copied anew below.
  }
  const bytes = await bundledBytes();
  void keepCopy(bytes).catch(() => {});
  return openRuleset(bytes, options);
}

const optionsAt = (now: string, validUntil: string): OpenOptions => ({
  day: now.slice(0, 10),
  named: now < validUntil,
});

/** So that the next start finds it; where there is no room, all stays as slow as it was. */
async function keepCopy(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const kept = await import('./update/kept.ts');
  await kept.keepCopy({ key: 'copy', build: BUNDLED.build, compiled: new Blob([bytes]) });
}

/** Opens the ruleset at the first call; after a failure the next call tries again. */
export function installedRuleset(): Promise<Ruleset> {
  opened ??= open().catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** To be called when another ruleset has been stored. */
export function forgetRuleset(): void {
  opened = undefined;
}
