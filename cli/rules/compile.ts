import { PhraseError } from '#engine/phrases/errors.ts';
import { compileRuleset } from '#engine/ruleset/compile.ts';
import { checkSpelling } from './phrases.ts';
import type { Rules } from './read.ts';

/** Compiles rules; phrases that can't be spelled are reported and left out. */
export function compileRules(rules: Rules): Uint8Array {
  try {
    return compileRuleset(rules.source);
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
  }
  for (const { id, languages } of rules.signals)
    for (const files of languages) {
      files.phrases = checkSpelling(files.file, files.phrases, rules.problems);
      rules.source.signals[id]!.phrases[files.language] = files.phrases.map(({ text }) => text);
    }
  return compileRuleset(rules.source);
}
