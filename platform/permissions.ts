/**
 * Sites beyond those of the manifest: asked for one by one, at the moment of use. The reader
 * script is registered for exactly the sites that are granted; the small script that has the address
 * of a page compared with the list, only where the reader has granted all of them.
 */
import { z } from '#schema/zod.ts';
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

const EVERYWHERE = { origins: ['https://*/*', 'http://*/*'] };

/** May the extension compare the address of every page with the list? */
export const isEverywhereGranted = (): Promise<boolean> => browser.permissions.contains(EVERYWHERE);

/** Asks the reader for it. Call it straight from a press, else browsers refuse. */
export const requestEverywhere = (): Promise<boolean> => browser.permissions.request(EVERYWHERE);

/** Gives it back. */
export const removeEverywhere = (): Promise<boolean> => browser.permissions.remove(EVERYWHERE);

const VISITS = {
  id: 'visits',
  js: ['/visit.js'],
  matches: EVERYWHERE.origins,
  runAt: 'document_start' as const,
};

const registrationOf = (site: Site) => ({
  id: `reader-${site.id}`,
  js: [READER_SCRIPT],
  matches: [...site.match],
  runAt: 'document_start' as const,
});

async function registerReaders(sites: readonly Site[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts();
  const present = new Set(registered.map(({ id }) => id));
  const wanted = (await isEverywhereGranted()) ? [VISITS] : [];
  for (const site of sites) if (await isGranted(site)) wanted.push(registrationOf(site));
  const surplus = [...present].filter((id) => !wanted.some((script) => script.id === id));
  if (surplus.length > 0) await browser.scripting.unregisterContentScripts({ ids: surplus });
  const missing = wanted.filter(({ id }) => !present.has(id));
  if (missing.length > 0) await browser.scripting.registerContentScripts(missing);
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

/** Puts the banner of a listed website into a tab whose host is granted. */
export async function showListed(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/listed.js'] });
}

/** Reads one page once, under the permission that a press on our icon gives for its tab. */
export async function readOnce(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [READER_SCRIPT] });
}

/** What a report holds, in the categories by which Firefox asks for consent. */
const COLLECTED = ['websiteContent', 'personalCommunications'];
/** Firefox tells what the reader has agreed to; other browsers have no such question. */
const Collection = z.object({ data_collection: z.optional(z.array(z.string())) });

async function agreedTo(): Promise<readonly string[] | undefined> {
  const parsed = z.safeParse(Collection, await browser.permissions.getAll());
  return parsed.success ? parsed.data.data_collection : undefined;
}

/** Has the reader agreed, where the browser asks for it, that reports are sent? */
export async function isCollectionAllowed(): Promise<boolean> {
  const agreed = await agreedTo();
  return agreed === undefined || COLLECTED.every((kind) => agreed.includes(kind));
}

/** Asks the reader for it. Call it straight from a press, else browsers refuse. */
export async function requestCollection(): Promise<boolean> {
  // Only Firefox has this function, and this question; others refuse what they do not know.
  if (!('getBrowserInfo' in browser.runtime)) return true;
  const permissions: object = { data_collection: COLLECTED };
  return browser.permissions.request(permissions);
}
