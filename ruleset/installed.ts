/** The installed ruleset: the packaged file, opened once in the life of a background. */
import { openRuleset } from '#engine/ruleset/open.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import { browser } from '#platform/browser.ts';

let opened: Promise<Ruleset> | undefined;

async function open(): Promise<Ruleset> {
  const response = await fetch(browser.runtime.getURL('/ruleset.bin'));
  return openRuleset(await response.arrayBuffer());
}

/** Opens the ruleset at the first call; after a failure the next call tries again. */
export function installedRuleset(): Promise<Ruleset> {
  opened ??= open().catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}
