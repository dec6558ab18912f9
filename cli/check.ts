import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { text as readAll } from 'node:stream/consumers';
import { judge } from '#engine/judge.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import { readArguments } from './arguments.ts';
import { loadRuleset } from './installed.ts';
import { linesOf, withoutMark } from './lines.ts';
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
  const missing = values.jsonl && positionals.find((file) => !isFile(file));
  if (missing !== undefined && missing !== false) {
    console.error(`No such file: ${missing}`);
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

/** A single argument that names a file is read; anything else is the text itself. */
async function textsOf(positionals: string[]): Promise<string[]> {
  if (positionals.length === 0) return [withoutMark(await readAll(process.stdin))];
  return positionals.map((argument) =>
    isFile(argument) ? withoutMark(readFileSync(argument, 'utf8')) : argument,
  );
}

const isFile = (path: string): boolean =>
  path.length < 1_024 && !path.includes('\0') && existsSync(path) && statSync(path).isFile();

/** Judges line by line, so that input of any length needs little memory. */
async function checkRows(files: string[], ruleset: Ruleset, json: boolean): Promise<number> {
  let failed = false;
  for (const input of files.length > 0
    ? files.map((file) => createReadStream(file))
    : [process.stdin])
    for await (const line of linesOf(input)) {
      if (line.trim() === '') continue;
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
