import { judge } from '#engine/judge.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import { readArguments } from './arguments.ts';
import { missingFile, rowsOf, textsOf } from './inputs.ts';
import { loadRuleset } from './installed.ts';
import { textPost } from './post.ts';
import { readRow } from './row.ts';
import { print, printError, readable, writeOut } from './verdict.ts';

const USAGE = `lurewatch check [--json] TEXT…      judges each text
lurewatch check [--json] FILE       judges the text in a file
lurewatch check [--json]            judges the text on standard input
lurewatch check --jsonl [FILE]      one JSON object a line: {id?, text, title?, site?, links?, lang?}
  --json          one JSON line a verdict instead of words
  --rules FOLDER  judge by another folder than rules/`;

/** `lurewatch check`: judges texts without a browser, by the same engine. */
export async function check(args: string[]): Promise<number> {
  const options = {
    json: { type: 'boolean' },
    jsonl: { type: 'boolean' },
    rules: { type: 'string' },
  } as const;
  const parsed = readArguments(args, USAGE, options);
  if (typeof parsed === 'number') return parsed;
  const { values, positionals } = parsed;
  const missing = values.jsonl && missingFile(positionals);
  if (missing) {
    console.error(missing);
    return 2;
  }
  const ruleset = loadRuleset(values.rules);
  if (values.jsonl) return checkRows(positionals, ruleset, values.json ?? false);
  const texts = await textsOf(positionals);
  for (const [index, text] of texts.entries()) {
    const verdict = judge(textPost(String(index + 1), text), ruleset);
    await writeOut(values.json ? print(String(index + 1), verdict) : readable(verdict));
  }
  return 0;
}

/** Judges row by row. */
async function checkRows(files: string[], ruleset: Ruleset, json: boolean): Promise<number> {
  let failed = false;
  for await (const line of rowsOf(files)) {
    const row = readRow(line);
    if ('error' in row) {
      failed = true;
      await writeOut(printError(row));
      continue;
    }
    const verdict = judge(row.post, ruleset);
    await writeOut(json ? print(row.id, verdict) : `${row.id ?? ''}\t${readable(verdict)}`);
  }
  return failed ? 1 : 0;
}
