import { BundleError } from '../phrases/errors.ts';
import { ENGINE_VERSION } from '../version.ts';

/** Parts of a compiled ruleset, in the order in which they stand. */
export const SECTIONS = [
  'release',
  'phrases',
  'signals',
  'schemes',
  'places',
  'pay',
  'indicators',
  'owners',
  'listings',
  'help',
  'sites',
  'wording',
] as const;
export type Section = (typeof SECTIONS)[number];

/** `LWRS` and the number of this layout. */
const MAGIC = 0x5352574c;
const FORMAT = 3;
const HEADER = 24;
/** Where the part of the header begins that the table's checksum covers. */
const COVERED = 16;
const ENTRY = 12;
const TABLE = HEADER + ENTRY * SECTIONS.length;

const align = (length: number): number => (length + 7) & ~7;

/**
 * Puts sections behind a table of their places, lengths and checksums.
 * @param minEngine number of the oldest engine that may open the bundle
 */
export function writeBundle(sections: Record<Section, Uint8Array>, minEngine: number): Uint8Array {
  const size = SECTIONS.reduce((sum, name) => sum + align(sections[name].length), align(TABLE));
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let offset = align(TABLE);
  SECTIONS.forEach((name, index) => {
    const section = sections[name];
    const entry = HEADER + index * ENTRY;
    view.setUint32(entry, offset, true);
    view.setUint32(entry + 4, section.length, true);
    view.setUint32(entry + 8, checksum(section), true);
    bytes.set(section, offset);
    offset += align(section.length);
  });
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, FORMAT, true);
  view.setUint32(8, size, true);
  view.setUint32(16, minEngine, true);
  view.setUint32(12, checksum(bytes.subarray(COVERED, TABLE)), true);
  return bytes;
}

/** Where each section stands. Throws `BundleError` unless table and size are those written. */
export class Sections {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < TABLE || view.getUint32(0, true) !== MAGIC)
      throw new BundleError('not a compiled ruleset');
    if (view.getUint32(4, true) !== FORMAT) throw new BundleError('a layout of another engine');
    if (view.getUint32(8, true) !== bytes.length) throw new BundleError('cut or padded');
    if (view.getUint32(12, true) !== checksum(bytes.subarray(COVERED, TABLE)))
      throw new BundleError('damaged table');
    if (view.getUint32(16, true) > ENGINE_VERSION)
      throw new BundleError('rules for a newer engine');
    this.#bytes = bytes;
    this.#view = view;
  }

  /** Bytes of a section, not looked at. */
  raw(name: Section): Uint8Array {
    const entry = HEADER + SECTIONS.indexOf(name) * ENTRY;
    const offset = this.#view.getUint32(entry, true);
    const length = this.#view.getUint32(entry + 4, true);
    if (offset + length > this.#bytes.length) throw new BundleError(`${name} reaches past the end`);
    return this.#bytes.subarray(offset, offset + length);
  }

  /** Bytes of a section whose checksum is right. */
  checked(name: Section): Uint8Array {
    const bytes = this.raw(name);
    const entry = HEADER + SECTIONS.indexOf(name) * ENTRY;
    if (checksum(bytes) !== this.#view.getUint32(entry + 8, true))
      throw new BundleError(`damaged section ${name}`);
    return bytes;
  }
}

/** FNV-1a over the bytes: finds damage, not forgery, which the signature is for. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < bytes.length; index++)
    hash = Math.imul(hash ^ bytes[index]!, 0x01000193);
  return hash >>> 0;
}
