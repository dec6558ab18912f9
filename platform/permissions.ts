/**
 * Sites beyond those of the manifest: asked for one by one, at the moment of use. The reader
 * script is registered for exactly the sites that are granted.
 */
import { browser } from './browser.ts';

const READER_SCRIPT = '/reader.js';

/** The part of an adapter that permissions are about. */
export interface Site {
  readonly id: string;
  readonly match: readonly string[];
}

const originsOf = (site: Site) => ({ origins: [...site.match] });

/**
 * May the extension read this site? Chrome's `contains` does not see the sites of the manifest's
 * content scripts where `optional_host_permissions` covers them too; its `getAll` does.
 */
export async function isGranted(site: Site): Promise<boolean> {
  const { origins = [] } = await browser.permissions.getAll();
  if (site.match.every((pattern) => origins.includes(pattern))) return true;
  return browser.permissions.contains(originsOf(site));
}

/** Asks the reader for a site. Call it straight from a press, else browsers refuse. */
export const requestSite = (site: Site): Promise<boolean> =>
  browser.permissions.request(originsOf(site));

/** Gives a site back. */
export const removeSite = (site: Site): Promise<boolean> =>
  browser.permissions.remove(originsOf(site));

const registrationOf = (site: Site) => `reader-${site.id}`;

async function registerReaders(sites: readonly Site[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts();
  const present = new Set(registered.map(({ id }) => id));
  const granted: Site[] = [];
  for (const site of sites) if (await isGranted(site)) granted.push(site);
  const wanted = new Set(granted.map(registrationOf));
  const surplus = [...present].filter((id) => !wanted.has(id));
  if (surplus.length > 0) await browser.scripting.unregisterContentScripts({ ids: surplus });
  const missing = granted.filter((site) => !present.has(registrationOf(site)));
  if (missing.length === 0) return;
  await browser.scripting.registerContentScripts(
    missing.map((site) => ({
      id: registrationOf(site),
      js: [READER_SCRIPT],
      matches: [...site.match],
      runAt: 'document_start' as const,
    })),
  );
}

let running: Promise<void> = Promise.resolve();

/**
 * Brings the registered reader scripts in line with what is granted. Called at installation, at
 * start and whenever a permission comes or goes; one after the other, as two at once would both
 * register the same script.
 */
export function syncReaders(optionalSites: readonly Site[]): Promise<void> {
  running = running.catch(() => {}).then(() => registerReaders(optionalSites));
  return running;
}

/** Calls back whenever the reader grants or takes back a site. */
export function onSitesChanged(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}

/** Reads one page once, under the permission that a press on our icon gives for its tab. */
export async function readOnce(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [READER_SCRIPT] });
}
