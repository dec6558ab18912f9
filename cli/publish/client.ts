/** What an installation would make of a repository, by the client that the extension carries. */
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type Trusted, TufClient } from '#ruleset/tuf/client.ts';
import { UpdateError } from '#ruleset/tuf/errors.ts';
import { fetchFrom } from '#ruleset/tuf/fetch.ts';
import { type Fetch, LIMITS, type MetadataStore } from '#ruleset/tuf/ports.ts';
import { fetchText, type Texts } from '#ruleset/update/texts.ts';

/** What stands at a place, verified. */
export type Visit = Trusted & { readonly texts: Texts };

/** Keeps nothing beyond its own life. */
function memoryStore(): MetadataStore {
  const files = new Map<string, Uint8Array>();
  return {
    read: async (name) => files.get(name),
    async change({ name, bytes }, remove = []) {
      for (const other of remove) files.delete(other);
      files.set(name, bytes);
    },
  };
}

/** Reads files of a folder as if they were fetched. */
function fetchFromFolder(folder: string): Fetch {
  return async (path, maxLength) => {
    const file = join(folder, ...path.split('/').map(decodeURIComponent));
    if (!file.startsWith(folder + sep)) throw new UpdateError('missing', path);
    let bytes: Uint8Array;
    try {
      bytes = await readFile(file);
    } catch {
      throw new UpdateError('missing', `${path} is not there`);
    }
    if (bytes.length > maxLength)
      throw new UpdateError('too-large', `more than ${maxLength} bytes`);
    return new Uint8Array(bytes);
  };
}

/** Where the client reads: below an address, or in a folder. */
function source(place: string): (name: 'metadata' | 'targets') => Fetch {
  const isAddress = /^https?:\/\//.test(place);
  return (name) =>
    isAddress
      ? fetchFrom(`${place.replace(/\/$/, '')}/${name}`)
      : fetchFromFolder(join(place, name));
}

/**
 * What an installation finds at a place that trusts one root of it.
 * @param place address of a mirror, or a folder
 * @param root bytes of the trusted root; absent, the place's own first one
 * @param ahead metadata that are not there yet, by file name
 * @throws {UpdateError}, {TextError} where an installation would refuse
 */
export async function visit(
  place: string,
  root?: Uint8Array,
  ahead: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<Visit> {
  const below = source(place);
  const fetchMetadata: Fetch = async (path, most) =>
    ahead.get(path) ?? below('metadata')(path, most);
  const client = new TufClient({
    store: memoryStore(),
    fetchMetadata,
    fetchTarget: below('targets'),
    clock: Date.now,
  });
  await client.init(root ?? (await fetchMetadata('1.root.json', LIMITS.rootBytes)));
  const trusted = await client.refresh();
  const texts: Texts = {
    rules: await fetchText(client, 'rules', ''),
    indicators: await fetchText(client, 'indicators', ''),
  };
  return { ...trusted, texts };
}
