/** `rules.txt`: everything that updates but the listed parties, as canonical text. */

import { canonicalJson } from '#engine/ruleset/canonical.ts';
import { ENGINE_VERSION } from '#engine/version.ts';
import { Adapter } from '#schema/adapter.ts';
import { CountryCode } from '#schema/country-code.ts';
import {
  AmountSource,
  CurrencySource,
  HelpSource,
  Id,
  PlaceSource,
  SchemeSource,
  SignalSource,
  WageSource,
  WorkSource,
} from '#schema/rules.ts';
import { Release, type RulesetSource, SelfTest, WordingSource } from '#schema/ruleset.ts';
import { z } from '#schema/zod.ts';
import { joinText, parseLine, shortened, splitText } from './canonical.ts';
import { TextError } from './errors.ts';

export const RULES_FORMAT = 1;
/** Most bytes of the text; ten times today's. */
export const MAX_RULES_BYTES = 32 * 2 ** 20;

export type RulesSource = Omit<RulesetSource, 'indicators'>;

const Head = z.strictObject({ format: z.literal(RULES_FORMAT), ...Release.shape });
const AnyHead = z.object({ format: z.number() });

/** BCP 47, as phrase files are named. */
const Language = z.string().check(z.regex(/^[a-z]{2,3}$/));
/** One line: the section, the key in it where it has keys, and the entry. */
const Line = z.union([
  z.tuple([z.literal('phrases'), Id, Language, z.string().check(z.maxLength(2_000))]),
  z.tuple([z.literal('signals'), Id, SignalSource]),
  z.tuple([z.literal('schemes'), Id, SchemeSource]),
  z.tuple([z.literal('places'), CountryCode, z.array(PlaceSource)]),
  z.tuple([z.literal('help'), CountryCode, z.array(HelpSource)]),
  z.tuple([z.literal('wages'), z.array(WageSource)]),
  z.tuple([z.literal('currencies'), z.array(CurrencySource)]),
  z.tuple([z.literal('amounts'), z.array(AmountSource)]),
  z.tuple([z.literal('work'), z.array(WorkSource)]),
  z.tuple([z.literal('sites'), z.array(Adapter)]),
  z.tuple([z.literal('cases'), z.array(SelfTest)]),
  z.tuple([z.literal('wording'), WordingSource]),
]);
type Line = z.infer<typeof Line>;

/** Writes the text. The same source gives the same bytes, whatever the order of its keys. */
export const writeRulesText = (source: RulesSource): string =>
  joinText(
    canonicalJson({ format: RULES_FORMAT, ...source.release }),
    linesOf(source).map(canonicalJson),
  );

function* byCountry<T extends { country: string }>(entries: T[]): Generator<[string, T[]]> {
  yield* Map.groupBy(entries, ({ country }) => country);
}

function linesOf(source: RulesSource): Line[] {
  const lines: Line[] = [
    ['wages', source.wages],
    ['currencies', source.currencies],
    ['amounts', source.amounts],
    ['work', source.work],
    ['sites', source.sites],
    ['cases', source.cases],
  ];
  for (const [id, { phrases, ...signal }] of Object.entries(source.signals)) {
    lines.push(['signals', id, signal]);
    for (const [language, list] of Object.entries(phrases))
      for (const phrase of list) lines.push(['phrases', id, language, phrase]);
  }
  for (const [id, scheme] of Object.entries(source.schemes)) lines.push(['schemes', id, scheme]);
  for (const [country, list] of byCountry(source.places)) lines.push(['places', country, list]);
  for (const [country, list] of byCountry(source.help)) lines.push(['help', country, list]);
  if (source.wording) lines.push(['wording', source.wording]);
  return lines;
}

/**
 * Reads the text and checks every record.
 * @throws {TextError} `newer-format`, `not-canonical`, `bad-record` or `too-large`
 */
export function readRulesText(text: string): RulesSource {
  if (text.length > MAX_RULES_BYTES) throw new TextError('too-large', 'rules are too long');
  const { head, lines } = splitText(text);
  const draft = new Draft(releaseOf(parseLine(head)));
  for (const line of lines) {
    const record = parseLine(line);
    const parsed = z.safeParse(Line, record);
    // What a newer engine understands may have a form that this one refuses.
    if (!parsed.success && draft.leaveOut(record)) continue;
    if (!parsed.success || !draft.take(parsed.data))
      throw new TextError('bad-record', `no record, or one too many: ${shortened(line)}`);
  }
  return draft.source();
}

function releaseOf(head: unknown): Release {
  const parsed = z.safeParse(Head, head);
  if (parsed.success) {
    const { format: _, ...release } = parsed.data;
    return release;
  }
  const any = z.safeParse(AnyHead, head);
  if (any.success && any.data.format > RULES_FORMAT)
    throw new TextError('newer-format', 'rules in a format that this Lurewatch does not know');
  throw new TextError('bad-record', 'the first line is no head of rules');
}

/** A record of one id that says itself that it needs another engine. */
const Newer = z.tuple([
  z.enum(['signals', 'schemes']),
  Id,
  z.object({ minEngine: z.number().check(z.minimum(ENGINE_VERSION + 1)) }),
]);

/** Gathers lines, in whatever order they stand, into a source. */
class Draft {
  readonly #rules: RulesSource;
  readonly #seen = new Set<string>();
  readonly #phrases = new Map<string, Record<string, string[]>>();
  readonly #signals = new Map<string, SignalSource>();
  /** Signals that this engine does not know. */
  readonly #newer = new Set<string>();

  constructor(release: Release) {
    this.#rules = {
      release,
      signals: {},
      schemes: {},
      places: [],
      help: [],
      wages: [],
      currencies: [],
      amounts: [],
      work: [],
      sites: [],
      cases: [],
    };
  }

  /** False where a key or a section stands twice. */
  take(line: Line): boolean {
    if (line[0] === 'phrases') return this.#takePhrase(line[1], line[2], line[3]);
    const key = line.length === 3 ? `${line[0]} ${line[1]}` : line[0];
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    const rules = this.#rules;
    if (line[0] === 'signals') this.#signals.set(line[1], line[2]);
    else if (line[0] === 'schemes') rules.schemes[line[1]] = line[2];
    else if (line[0] === 'places') rules.places.push(...line[2]);
    else if (line[0] === 'help') rules.help.push(...line[2]);
    else Object.assign(rules, { [line[0]]: line[1] });
    return true;
  }

  /** Whether a record is for a newer engine, and is left out with what belongs to it. */
  leaveOut(record: unknown): boolean {
    const newer = z.safeParse(Newer, record);
    if (newer.success && newer.data[0] === 'signals') this.#newer.add(newer.data[1]);
    return newer.success;
  }

  #takePhrase(signal: string, language: string, phrase: string): true {
    const languages = this.#phrases.get(signal) ?? {};
    this.#phrases.set(signal, languages);
    languages[language] = [...(languages[language] ?? []), phrase];
    return true;
  }

  /** @throws {TextError} where phrases belong to no signal */
  source(): RulesSource {
    for (const id of this.#phrases.keys())
      if (!this.#signals.has(id) && !this.#newer.has(id))
        throw new TextError('bad-record', `phrases of no signal: ${id}`);
    const signals = [...this.#signals].map(
      ([id, signal]) => [id, { ...signal, phrases: this.#phrases.get(id) ?? {} }] as const,
    );
    return { ...this.#rules, signals: Object.fromEntries(signals) };
  }
}
