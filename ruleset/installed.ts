/** The ruleset in use: the stored one, or the package's; opened once in the life of a background. */
import { openRuleset } from '#engine/ruleset/open.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import { readRow } from '#platform/wake.ts';
import { InstalledRow } from '#schema/installed.ts';
import { z } from '#schema/zod.ts';
import { BUNDLED, bundledBytes, FLOOR_UNTIL } from './bundled.ts';

let opened: Promise<Ruleset> | undefined;

/**
 * The stored ruleset, where it is whole and this package may use it: a newer package never falls
 * back to rules older than its own, and what another package compiled is compiled anew first.
 */
export async function storedRuleset(): Promise<InstalledRow | undefined> {
  const row = z.safeParse(InstalledRow, await readRow('rulesets', 'installed'));
  const isOurs = row.success && row.data.build === BUNDLED.build;
  return isOurs && row.data.serial >= BUNDLED.serial ? row.data : undefined;
}

async function open(): Promise<Ruleset> {
  const today = new Date().toISOString();
  try {
    const row = await storedRuleset();
    if (row)
      return openRuleset(await row.compiled.arrayBuffer(), {
        day: today.slice(0, 10),
        named: today < row.validUntil,
      });
  } catch {
    // Damaged or lost: the package's rules stand in until the next check has mended it.
  }
  return openRuleset(await bundledBytes(), { day: today.slice(0, 10), named: today < FLOOR_UNTIL });
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
