/** `lurewatch mutate`: texts as somebody would write them who hides from filters. */
import { z } from '#schema/zod.ts';
import { readArguments } from '../arguments.ts';
import { missingFile, rowsOf, textsOf } from '../inputs.ts';
import { printError, writeOut } from '../verdict.ts';
import { MUTATIONS, type MutateOptions, mutate as mutateText, SHARE } from './mutations.ts';

const USAGE = `lurewatch mutate TEXT… | FILE       writes each text once for each mutation
lurewatch mutate --jsonl [FILE]     one JSON object a line: {id?, text, …}; other fields are kept
lurewatch mutate --list             names the mutations
  --only ID,ID    these mutations only
  --seed NUMBER   other words are changed for another number (1)
  --share NUMBER  how many of the words are changed, from 0 to 1 (${SHARE})`;

const Row = z.looseObject({
  id: z.optional(z.nullable(z.union([z.string(), z.number()]))),
  text: z.string(),
});

/** Runs the command; returns the exit status. */
export async function mutate(args: string[]): Promise<number> {
  const parsed = readArguments(args, USAGE, {
    list: { type: 'boolean' },
    jsonl: { type: 'boolean' },
    only: { type: 'string' },
    seed: { type: 'string' },
    share: { type: 'string' },
  } as const);
  if (typeof parsed === 'number') return parsed;
  const { values, positionals } = parsed;
  if (values.list) {
    for (const { id, says } of MUTATIONS) await writeOut(`${id.padEnd(16)}${says}`);
    return 0;
  }
  const options = readOptions(values);
  const fault = (values.jsonl && missingFile(positionals)) || options;
  if (typeof fault === 'string') {
    console.error(fault);
    return 2;
  }
  if (values.jsonl) return mutateRows(positionals, fault);
  for (const text of await textsOf(positionals))
    for (const made of mutateText(text, fault)) await writeOut(`${made.mutation}\t${made.text}`);
  return 0;
}

/** What to do, or what is wrong with the arguments. */
function readOptions(values: {
  only?: string | undefined;
  seed?: string | undefined;
  share?: string | undefined;
}): MutateOptions | string {
  const seed = Number(values.seed ?? 1);
  if (!Number.isSafeInteger(seed)) return `--seed is a whole number, not "${values.seed}"`;
  const share = Number(values.share ?? SHARE);
  if (!(share >= 0 && share <= 1)) return `--share is a number from 0 to 1, not "${values.share}"`;
  if (values.only === undefined) return { seed, share };
  const ids = values.only.split(',').map((id) => id.trim());
  const unknown = ids.find((id) => !MUTATIONS.some((mutation) => mutation.id === id));
  if (unknown !== undefined) return `No such mutation: ${unknown}. See lurewatch mutate --list`;
  return { seed, share, mutations: MUTATIONS.filter(({ id }) => ids.includes(id)) };
}

/** Rows in, rows out: each once for each mutation, named after it. */
async function mutateRows(files: string[], options: MutateOptions): Promise<number> {
  let failed = false;
  for await (const line of rowsOf(files)) {
    const row = readRow(line);
    if (row === undefined) {
      failed = true;
      await writeOut(printError({ error: 'no JSON object with a text' }));
      continue;
    }
    for (const { mutation, text } of mutateText(row.text, options))
      await writeOut(JSON.stringify({ ...row, id: `${row.id ?? ''}~${mutation}`, text }));
  }
  return failed ? 1 : 0;
}

function readRow(line: string): z.infer<typeof Row> | undefined {
  try {
    return Row.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
