/** From phrase lines to the bytes that the scanner opens. The same entries give the same bytes. */
import { finish, type Steps } from '../steps.ts';
import { fuseTable, makeAlphabet, unitsOf } from './alphabet.ts';
import { PhraseError } from './errors.ts';
import { filterSteps } from './filter.ts';
import { keysOf, SpeltPhrases, STEP, sorted } from './keys.ts';
import { PARAMETERS, SECTIONS, type Section, writeSections } from './sections.ts';
import { trieSteps } from './trie.ts';

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
export const compilePhrases = (entries: readonly PhraseEntry[]): Uint8Array =>
  finish(phraseSteps(entries));

/** `compilePhrases` step by step: ten thousands of lines take seconds. */
export function* phraseSteps(entries: readonly PhraseEntry[]): Steps<Uint8Array> {
  const spelt = new SpeltPhrases();
  for (const { phrase, value } of entries) {
    if (!Number.isInteger(value) || value < 0 || value > 0xffffffff)
      throw new PhraseError(phrase, 1, `the value ${value} is not a whole number below 2^32`);
    spelt.add(phrase, value);
    yield;
  }
  const alphabet = makeAlphabet(spelt.counts);
  const setOf = yield* keysOf(spelt, alphabet);
  const keys = yield* sorted(setOf.keys());
  const values: number[] = [];
  const places = new Map<number, number>();
  const lists: number[] = [];
  for (const key of keys) {
    const set = setOf.get(key)!;
    const at = places.get(set) ?? values.length;
    if (at === values.length) {
      const numbers = spelt.valuesOf(set);
      values.push(numbers.length, ...numbers);
      places.set(set, at);
    }
    lists.push(at);
    if (lists.length % STEP === 0) yield;
  }
  const trie = yield* trieSteps(keys, lists, alphabet.size);
  const table = fuseTable(alphabet);
  yield;
  const parameters = { ...alphabet.groups, point: table.point };
  const sections: Record<(typeof SECTIONS)[number], Section> = {
    pages: table.pages,
    cells: table.cells,
    expansions: table.expansions,
    ...trie,
    values: Uint32Array.from(values),
    ...(yield* filterSteps(keys, alphabet.size)),
    units: unitsOf(alphabet),
  };
  return writeSections(
    PARAMETERS.map((name) => parameters[name]),
    SECTIONS.map((name) => sections[name]),
  );
}
