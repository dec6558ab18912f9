/** One buffer of typed arrays: a head of numbers, then the sections, each on a boundary of four. */
import { BundleError } from './errors.ts';

const MAGIC = 0x48504c57; // "WLPH"
const FORMAT = 4;
/** Magic, format, size of the whole, number of parameters, number of sections. */
const HEAD = 5;

/** The numbers and sections of the file, in the order in which they are written and opened. */
export const PARAMETERS = ['letters', 'hangul', 'open', 'marks', 'point'] as const;
export const SECTIONS = [
  'pages',
  'cells',
  'expansions',
  'slots',
  'checks',
  'tails',
  'values',
  'filter',
  'firsts',
  'units',
] as const;
type SectionName = (typeof SECTIONS)[number];

export type Section = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** Writes parameters and sections into one buffer. */
export function writeSections(parameters: number[], sections: Section[]): Uint8Array {
  const head = HEAD + parameters.length + 2 * sections.length;
  let size = 4 * head;
  const places = sections.map((section) => {
    const at = size;
    size = (size + section.byteLength + 3) & ~3;
    return at;
  });
  const bytes = new Uint8Array(size);
  const words = new Uint32Array(bytes.buffer, 0, head);
  words.set([MAGIC, FORMAT, size, parameters.length, sections.length, ...parameters]);
  sections.forEach((section, i) => {
    words.set([places[i]!, section.byteLength], HEAD + parameters.length + 2 * i);
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), places[i]!);
  });
  return bytes;
}

export interface Sections {
  parameter(name: (typeof PARAMETERS)[number]): number;
  bytes(name: SectionName): Uint8Array;
  halves(name: SectionName): Uint16Array;
  words(name: SectionName): Uint32Array;
  numbers(name: SectionName): Int32Array;
}

/**
 * Views over the sections; nothing is copied unless the bytes begin off a boundary of four.
 * @throws {BundleError} when the head is wrong or a section lies out of bounds
 */
export function readSections(given: Uint8Array): Sections {
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  const headSize = HEAD + PARAMETERS.length + 2 * SECTIONS.length;
  if (bytes.byteLength < 4 * headSize) throw new BundleError('too short');
  const { buffer, byteOffset } = bytes;
  const head = new Uint32Array(buffer, byteOffset, headSize);
  if (head[0] !== MAGIC) throw new BundleError('it does not begin as one');
  if (head[1] !== FORMAT) throw new BundleError(`format ${head[1]}, expected ${FORMAT}`);
  if (head[2] !== bytes.byteLength) throw new BundleError('cut short or too long');
  if (head[3] !== PARAMETERS.length || head[4] !== SECTIONS.length) {
    throw new BundleError('other sections');
  }
  const place = (name: SectionName, width: number): [ArrayBufferLike, number, number] => {
    const entry = HEAD + PARAMETERS.length + 2 * SECTIONS.indexOf(name);
    const at = head[entry]!;
    const length = head[entry + 1]!;
    const fits = at >= 4 * headSize && at + length <= bytes.byteLength;
    if (!fits || at % 4 !== 0 || length % width !== 0) {
      throw new BundleError(`section "${name}" is out of bounds`);
    }
    return [buffer, byteOffset + at, length / width];
  };
  return {
    parameter: (name) => head[HEAD + PARAMETERS.indexOf(name)]!,
    bytes: (name) => new Uint8Array(...place(name, 1)),
    halves: (name) => new Uint16Array(...place(name, 2)),
    words: (name) => new Uint32Array(...place(name, 4)),
    numbers: (name) => new Int32Array(...place(name, 4)),
  };
}
