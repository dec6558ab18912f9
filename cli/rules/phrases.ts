import { PhraseError } from '#engine/phrases/errors.ts';
import { spell } from '#engine/phrases/spell.ts';
import { expandPhrase } from '#engine/phrases/syntax.ts';
import type { Problem } from './problem.ts';
import { refuseShort } from './short.ts';
import type { Line } from './texts.ts';

/** Reports lines that break the syntax, say too little or stand there twice; returns the others. */
export function checkPhrases(file: string, phrases: Line[], problems: Problem[]): Line[] {
  const first = new Map<string, number>();
  const known = new Map<string, number>();
  return phrases.filter(({ line, text }) => {
    const twin = first.get(text);
    if (twin !== undefined) problems.push({ file, line, message: `repeats line ${twin}: ${text}` });
    first.set(text, twin ?? line);
    return (
      twin === undefined &&
      passes(file, line, problems, () => {
        for (const pieces of expandPhrase(text)) refuseShort(text, pieces, known);
      })
    );
  });
}

/** Reports lines that the matcher cannot spell, which takes longer to find out. */
export function checkSpelling(file: string, phrases: Line[], problems: Problem[]): Line[] {
  return phrases.filter(({ line, text }) =>
    passes(file, line, problems, () => {
      for (const pieces of expandPhrase(text)) spell(text, pieces);
    }),
  );
}

function passes(file: string, line: number, problems: Problem[], work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    problems.push({ file, line, message: error.message });
    return false;
  }
}
