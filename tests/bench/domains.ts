/** The table of listed parties, and what it is measured against, each behind the same functions. */
import { FiltersEngine, Request } from '@ghostery/adblocker';
// Measured only, and never shipped: its licence is the GPL.
import HNTrieContainer from '@gorhill/ubo-core/js/hntrie.js';
import { populateBinaryFuse8 } from 'binary-fuse-filter';
import bloomFilters from 'bloom-filters';
import { getDomain } from 'tldts';
import { buildIndicators } from '#engine/indicators/build.ts';
import { IndicatorTable } from '#engine/indicators/table.ts';
import type { Listing } from '#schema/listing.ts';

export const SALT = 1;
export const LISTINGS: Listing[] = [
  { source: 'bench', reason: 'bench', case: '', date: '2026-01-01', expires: '2099-01-01' },
];
const DAY = '2026-11-26';
const { BloomFilter } = bloomFilters;

/** A way to find listed domains. */
export interface Finder {
  readonly name: string;
  /** Fewer look-ups: some take milliseconds. */
  readonly slow?: boolean;
  /** Builds from names, and gives what is stored, where it can be stored. */
  readonly build: (names: readonly string[]) => { readonly find: Find; readonly bytes?: Stored };
}

/** Is a host, or a domain above it, listed? */
export type Find = (host: string) => boolean;

/** A stored form: its size, and how it is made ready again. */
export interface Stored {
  readonly size: number;
  readonly load: () => unknown;
}

/** Ours first. */
export const finders: Finder[] = [
  {
    name: 'lurewatch',
    build(names) {
      const entries = names.map((value) => ({ type: 'domain' as const, value, listing: 0 }));
      const { indicators, owners } = buildIndicators(entries, names.length, 1, SALT);
      const load = () => new IndicatorTable(indicators, owners, LISTINGS, DAY);
      const table = load();
      return {
        find: (host) => table.findHost(host) !== undefined,
        bytes: { size: indicators.length + owners.length, load },
      };
    },
  },
  {
    name: 'Set of strings',
    build(names) {
      const set = new Set(names);
      const text = names.join('\n');
      return {
        find: (host) => inSet(set, host),
        bytes: { size: text.length, load: () => new Set(text.split('\n')) },
      };
    },
  },
  {
    name: 'Set, host and registrable domain by tldts',
    build(names) {
      const set = new Set(names);
      return { find: (host) => set.has(host) || set.has(getDomain(host) ?? '') };
    },
  },
  {
    name: 'HNTrie of uBlock Origin',
    build(names) {
      const trie = new HNTrieContainer();
      const root = trie.createTrieFromIterable(names);
      const selfie = trie.toSelfie();
      return {
        find: (host) => trie.setNeedle(host).matches(root) !== -1,
        bytes: {
          size: selfie.buf32.byteLength,
          load: () => new HNTrieContainer().fromSelfie(selfie),
        },
      };
    },
  },
  {
    name: '@ghostery/adblocker',
    slow: true,
    build(names) {
      const engine = FiltersEngine.parse(names.map((name) => `||${name}^`).join('\n'));
      const bytes = engine.serialize();
      return {
        find: (host) => engine.match(requestTo(host)).match,
        bytes: { size: bytes.length, load: () => FiltersEngine.deserialize(bytes) },
      };
    },
  },
  {
    name: 'bloom-filters, one in a million',
    slow: true,
    build(names) {
      const filter = new BloomFilter(...sizeOfBloom(names.length, 1e-6));
      for (const name of names) filter.add(name);
      return { find: (host) => domainsOf(host).some((name) => filter.has(name)) };
    },
  },
  {
    name: 'binary-fuse-filter, 8 bit',
    slow: true,
    build(names) {
      const [filter, fault] = populateBinaryFuse8([...new Set(names.map(hash64))]);
      if (fault) throw fault;
      return { find: (host) => domainsOf(host).some((name) => filter.contains(hash64(name))) };
    },
  },
];

/** Every domain of a host, as a `Set` is asked. */
function inSet(set: ReadonlySet<string>, host: string): boolean {
  for (let name = host; ; ) {
    if (set.has(name)) return true;
    const dot = name.indexOf('.');
    if (dot < 0) return false;
    name = name.slice(dot + 1);
  }
}

function domainsOf(host: string): string[] {
  const labels = host.split('.');
  return labels.map((_, at) => labels.slice(at).join('.'));
}

const requestTo = (host: string) =>
  Request.fromRawDetails({
    url: `https://${host}/`,
    hostname: host,
    domain: getDomain(host) ?? host,
    type: 'document',
  });

/** Bits and hashes of a Bloom filter for so many names and so many false hits. */
function sizeOfBloom(count: number, rate: number): [number, number] {
  const bits = Math.ceil((-count * Math.log(rate)) / Math.LN2 ** 2);
  return [bits, Math.round((bits / count) * Math.LN2)];
}

/** FNV-1a, 64 bit: what such a filter is handed. */
function hash64(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  return hash;
}
