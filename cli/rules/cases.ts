import { detect } from '#engine/detect/detect.ts';
import { compilePhrases } from '#engine/phrases/compile.ts';
import { openPhrases } from '#engine/phrases/open.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import { textPost } from '../post.ts';
import type { Problem } from './problem.ts';
import type { LanguageFiles, SignalFolder } from './signals.ts';

/** Runs cases against the compiled ruleset; returns how many were run. */
export function runCases(
  signals: SignalFolder[],
  ruleset: Ruleset,
  problems: Problem[],
  language?: string,
): number {
  let count = 0;
  for (const signal of signals)
    for (const files of signal.languages) {
      if (language && files.language !== language) continue;
      count += files.cases.length;
      for (const { text, wanted, line } of files.cases) {
        const quotes = detect(textPost('case', text), ruleset).seen.get(signal.id)?.quotes;
        if (wanted && !quotes)
          problems.push({ file: files.casesFile, line, message: `does not match: ${text}` });
        if (!wanted && quotes)
          problems.push({
            file: files.casesFile,
            line,
            message: `must not match, but ${quotes.map((quote) => `"${quote.text}"`).join(', ')} does (${causes(signal, text)}): ${text}`,
          });
      }
    }
  return count;
}

/** Which phrases of a signal match a text, as `en.txt:12 the phrase`. */
function causes(signal: SignalFolder, text: string): string {
  const lines = signal.languages.flatMap((files) =>
    files.phrases.map((line) => ({ ...line, file: nameOf(files) })),
  );
  const found = new Set<number>();
  const entries = lines.map(({ text: phrase }, value) => ({ phrase, value }));
  openPhrases(compilePhrases(entries)).scan(text, (value) => found.add(value));
  const named = [...found].map(
    (value) => `${lines[value]!.file}:${lines[value]!.line} "${lines[value]!.text}"`,
  );
  return named.join('; ') || `matcher ${(signal.source.matchers ?? []).join(', ')}`;
}

const nameOf = ({ language }: LanguageFiles): string => `${language}.txt`;
