/** From phrase lines to the bytes that the scanner opens. The same entries give the same bytes. */
import { codeOf, fuseTable, makeAlphabet, unitsOf } from './alphabet.ts';
import { END, MAX_VALUES } from './codes.ts';
import { PhraseError } from './errors.ts';
import { buildFilter } from './filter.ts';
import { PARAMETERS, SECTIONS, type Section, writeSections } from './sections.ts';
import { type KnownWords, spell } from './spell.ts';
import { expandPhrase } from './syntax.ts';
import { buildTrie } from './trie.ts';

export interface PhraseEntry {
  /** A line in the phrase syntax of docs/rule-authors.md. */
  phrase: string;
  /** What the scanner reports for it: any whole number below 2^32. */
  value: number;
}

/**
 * Compiles phrases into one buffer for `openPhrases`.
 * @throws {PhraseError} for the first line that is faulty
 */
export function compilePhrases(entries: PhraseEntry[]): Uint8Array {
  const words: KnownWords = new Map();
  const spelt = entries.flatMap(({ phrase, value }) =>
    expandPhrase(phrase).map((pieces) => ({
      phrase,
      value,
      symbols: spell(phrase, pieces, words),
    })),
  );
  const alphabet = makeAlphabet(spelt.map(({ symbols }) => symbols));
  const valuesOf = new Map<string, Set<number>>();
  for (const { phrase, value, symbols } of spelt) {
    if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) {
      throw new PhraseError(phrase, 1, `the value ${value} is not a whole number below 2^32`);
    }
    const key = String.fromCharCode(...symbols.map((symbol) => codeOf(alphabet, symbol)), END);
    const values = valuesOf.get(key) ?? new Set();
    valuesOf.set(key, values.add(value));
    if (values.size > MAX_VALUES) throw new PhraseError(phrase, 1, 'too many values for a phrase');
  }
  const keys = [...valuesOf.keys()].sort();
  const values: number[] = [];
  const known = new Map<string, number>();
  const lists = keys.map((key) => {
    const list = [...valuesOf.get(key)!].sort((a, b) => a - b);
    const at = known.get(list.join()) ?? values.length;
    if (at === values.length) values.push(list.length, ...list);
    known.set(list.join(), at);
    return at;
  });
  const trie = buildTrie(keys, lists, alphabet.size);
  const table = fuseTable(alphabet);
  const parameters = { ...alphabet.groups, point: table.point };
  const sections: Record<(typeof SECTIONS)[number], Section> = {
    pages: table.pages,
    cells: table.cells,
    expansions: table.expansions,
    ...trie,
    values: Uint32Array.from(values),
    ...buildFilter(keys, alphabet.size),
    units: unitsOf(alphabet),
  };
  return writeSections(
    PARAMETERS.map((name) => parameters[name]),
    SECTIONS.map((name) => sections[name]),
  );
}
