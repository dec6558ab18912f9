import type { SelfTest } from '#schema/ruleset.ts';
import { judge } from './judge.ts';
import type { Ruleset } from './ruleset/types.ts';

/** Text that was handed over, from no page. */
const HANDED = { site: 'text', key: '', kind: 'text', url: '', partial: false } as const;

/**
 * Judges the texts that a ruleset brings with it. A ruleset that fails one of them must not take
 * the place of another.
 * @returns one sentence for each text that was not judged as expected
 */
export function selfTest(ruleset: Ruleset, cases: readonly SelfTest[]): string[] {
  return cases.flatMap(({ text, scheme }) => {
    const verdict = judge({ ...HANDED, text, links: [] }, ruleset);
    const found = verdict.level === 'none' ? undefined : verdict.scheme;
    return found === scheme
      ? []
      : [`judged ${found ?? 'no lure'}, expected ${scheme ?? 'no lure'}: ${text.slice(0, 60)}`];
  });
}
