/** The ruleset in use: the stored one, or the package's; opened once in the life of a background. */
import { openRuleset } from '#engine/ruleset/open.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import { readRows } from '#platform/wake.ts';
import { InstalledRow } from '#schema/installed.ts';
import { z } from '#schema/zod.ts';
import { BUNDLED, bundledBytes, FLOOR_UNTIL } from './bundled.ts';

let opened: Promise<Ruleset> | undefined;

/** What is stored of the ruleset. */
export interface Stored {
  readonly row: InstalledRow | undefined;
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
  const [installed, updates] = await readRows('rulesets', ['installed', 'updates']);
  const row = z.safeParse(InstalledRow, installed);
  const seen = z.safeParse(Seen, updates);
  const isOurs = row.success && row.data.build === BUNDLED.build;
  const clock = new Date().toISOString();
  return {
    row: isOurs && row.data.serial >= BUNDLED.serial ? row.data : undefined,
    now: seen.success && seen.data.latest > clock ? seen.data.latest : clock,
  };
}

/** An update may take a row's bytes away between the look at the row and at its bytes: once. */
const LOOKS = 2;

async function open(): Promise<Ruleset> {
  for (let look = 0; look < LOOKS; look++) {
    const { row, now } = await storedRuleset();
    if (!row) break;
    try {
      const bytes = await row.compiled.arrayBuffer();
      return openRuleset(bytes, { day: now.slice(0, 10), named: now < row.validUntil });
    } catch {
      // Replaced meanwhile, or damaged: then the package's stand in until a check has mended it.
    }
  }
  const { now } = await storedRuleset();
  return openRuleset(await bundledBytes(), { day: now.slice(0, 10), named: now < FLOOR_UNTIL });
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
