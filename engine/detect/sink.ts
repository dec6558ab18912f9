import type { MatcherName } from '#schema/rules.ts';
import type { Evidence } from '../evidence.ts';
import { type Field, quoteOf } from '../fields.ts';
import type { Ruleset } from '../ruleset/types.ts';

/** Takes what a bundled matcher found to the signals that name the matcher. */
export class MatcherSink {
  readonly #evidence: Evidence;
  readonly #signals = new Map<MatcherName, string[]>();

  constructor(ruleset: Ruleset, evidence: Evidence) {
    this.#evidence = evidence;
    for (const { id, matchers } of ruleset.signals)
      for (const matcher of matchers ?? [])
        this.#signals.set(matcher, [...(this.#signals.get(matcher) ?? []), id]);
  }

  add(matcher: MatcherName, field: Field, start: number, end: number): void {
    for (const signal of this.#signals.get(matcher) ?? [])
      this.#evidence.add(signal, quoteOf(field, start, end));
  }
}
