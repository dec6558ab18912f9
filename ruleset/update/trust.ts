/** What this package trusts and where it looks; a package may also have no channel of updates. */
import { browser } from '#platform/browser.ts';
import { Trust } from '#schema/update.ts';
import { z } from '#schema/zod.ts';

/** The packaged trust; `undefined` in a package that was built without a root of trust. */
export async function packagedTrust(): Promise<(Trust & { rootBytes: Uint8Array }) | undefined> {
  const response = await fetch(browser.runtime.getURL('/trust.json'));
  const packaged: unknown = await response.json();
  if (packaged === null) return undefined;
  const trust = z.parse(Trust, packaged);
  return { ...trust, rootBytes: Uint8Array.from(atob(trust.root), (char) => char.charCodeAt(0)) };
}
