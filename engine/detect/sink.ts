import type { MatcherName } from '#schema/rules.ts';
import type { Quote } from '#schema/verdict.ts';
import type { Evidence } from '../evidence.ts';
import { type Field, quoteOf } from '../fields.ts';
import type { Ruleset } from '../ruleset/types.ts';

/** Takes what a bundled matcher found to the signals that name the matcher. */
export class MatcherSink {
  readonly #evidence: Evidence;
  readonly #signals: Ruleset['signalsOf'];

  constructor({ signalsOf }: Ruleset, evidence: Evidence) {
    this.#evidence = evidence;
    this.#signals = signalsOf;
  }

  add(matcher: MatcherName, field: Field, start: number, end: number): void {
    for (const signal of this.#signals.get(matcher) ?? [])
      this.#evidence.add(signal, quoteOf(field, start, end));
  }

  /** Leaves the quotes until somebody asks for them. */
  addLater(matcher: MatcherName, find: () => Quote[]): void {
    for (const signal of this.#signals.get(matcher) ?? []) this.#evidence.addLater(signal, find);
  }
}
