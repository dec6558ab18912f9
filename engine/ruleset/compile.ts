import type { RulesetSource } from '#schema/ruleset.ts';
import { compileIndicators } from '../indicators/compile.ts';
import { phraseSteps } from '../phrases/compile.ts';
import { finish, type Steps } from '../steps.ts';
import { ENGINE_VERSION } from '../version.ts';
import { packModel } from '../wording/model.ts';
import { canonicalJson } from './canonical.ts';
import { SECTIONS, type Section, Sections, writeBundle } from './layout.ts';
import type { PayTables, PlaceEntry, SignalEntry } from './types.ts';

/**
 * Compiles a ruleset into the form that `openRuleset` opens. The same source gives the same bytes.
 * Throws `PhraseError` for a phrase that breaks the syntax.
 */
export const compileRuleset = (source: RulesetSource): Uint8Array => finish(rulesetSteps(source));

/** `compileRuleset` step by step: phrases take seconds. */
export function* rulesetSteps(source: RulesetSource): Steps<Uint8Array> {
  const signals: SignalEntry[] = [];
  const entries: { phrase: string; value: number }[] = [];
  for (const [id, signal] of sorted(source.signals)) {
    if ((signal.minEngine ?? 0) > ENGINE_VERSION) continue;
    for (const [, phrases] of sorted(signal.phrases))
      for (const phrase of phrases) entries.push({ phrase, value: signals.length });
    const { kind, strength, matchers } = signal;
    signals.push({ id, kind, strength, ...(matchers ? { matchers } : {}) });
  }
  const places: PlaceEntry[] = [];
  for (const place of [...source.places].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const [, names] of sorted(place.aliases))
      for (const name of names)
        entries.push({ phrase: plain(name), value: signals.length + places.length });
    const { id, country, type, ordinary, needsContext } = place;
    places.push({ id, country, type, ordinary, ...(needsContext ? { needsContext } : {}) });
  }
  const amounts = amountsOf(source.amounts);
  amounts.forEach(({ words }, index) => {
    for (const phrase of words)
      entries.push({ phrase, value: signals.length + places.length + index });
  });
  for (const { skilled, experience } of source.work)
    for (const [kind, phrases] of [skilled, experience].entries())
      for (const phrase of phrases)
        entries.push({ phrase, value: signals.length + places.length + amounts.length + kind });
  const pay: PayTables = {
    wages: source.wages,
    currencies: source.currencies,
    amounts: amounts.map(({ value }) => value),
  };
  const sections = {
    release: json(source.release),
    phrases: yield* phraseSteps(entries),
    signals: json(signals),
    schemes: json(understood(source.schemes)),
    places: json(places),
    pay: json(pay),
    ...compileIndicators(source.indicators),
    help: json(source.help),
    sites: json(source.sites),
    wording: packModel(source.wording),
  };
  return writeBundle(sections, source.release.minEngine);
}

const understood = (schemes: RulesetSource['schemes']): RulesetSource['schemes'] =>
  Object.fromEntries(
    Object.entries(schemes).filter(([, { minEngine = 0 }]) => minEngine <= ENGINE_VERSION),
  );

/**
 * What `compileRuleset` would give for the same rules with other listed parties, in a moment: most
 * updates list or unlist somebody, and phrases take seconds.
 * @param compiled by this engine, of rules that differ in release and listed parties alone
 * @throws {BundleError} where it is damaged
 */
export function compileWithIndicators(
  compiled: Uint8Array,
  { release, indicators }: Pick<RulesetSource, 'release' | 'indicators'>,
): Uint8Array {
  const old = new Sections(compiled);
  const kept = SECTIONS.map((name) => [name, old.checked(name)] as const);
  const sections = {
    ...(Object.fromEntries(kept) as Record<Section, Uint8Array>),
    release: json(release),
    ...compileIndicators(indicators),
  };
  return writeBundle(sections, release.minEngine);
}

/** Every amount that a number and a unit make, with all its words, the smallest first. */
function amountsOf(sources: RulesetSource['amounts']): { value: number; words: string[] }[] {
  const words = new Map<number, string[]>();
  for (const { numbers, units, unitFirst = false } of sources)
    for (const [number, times] of Object.entries(numbers))
      for (const [unit, size] of Object.entries(units)) {
        const word = unitFirst ? `${unit} ${number}` : `${number} ${unit}`;
        words.set(times * size, [...(words.get(times * size) ?? []), plain(word)]);
      }
  return [...words]
    .map(([value, list]) => ({ value, words: list }))
    .sort((a, b) => a.value - b.value);
}

/** A name of a place holds no phrase syntax. */
const plain = (name: string): string => name.replaceAll(/[()[\]{}|*#]/g, ' ');
const json = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(value));
const sorted = <T>(record: Record<string, T>): [string, T][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
