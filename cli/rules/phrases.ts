import { PhraseError } from '#engine/phrases/errors.ts';
import { spell } from '#engine/phrases/spell.ts';
import { expandPhrase } from '#engine/phrases/syntax.ts';
import type { Problem } from './problem.ts';
import type { Line } from './texts.ts';

/** Reports the phrases of a file that break the syntax or stand there twice; returns the others. */
export function checkPhrases(file: string, phrases: Line[], problems: Problem[]): Line[] {
  const first = new Map<string, number>();
  return phrases.filter(({ line, text }) => {
    const twin = first.get(text);
    if (twin !== undefined) problems.push({ file, line, message: `repeats line ${twin}: ${text}` });
    first.set(text, twin ?? line);
    const fault = faultOf(text);
    if (fault) problems.push({ file, line, message: fault });
    return twin === undefined && !fault;
  });
}

function faultOf(phrase: string): string | undefined {
  try {
    for (const pieces of expandPhrase(phrase)) spell(phrase, pieces);
    return undefined;
  } catch (error) {
    if (error instanceof PhraseError) return error.message;
    throw error;
  }
}
