/** What a command is given to work on: texts, files, rows, or standard input. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { text as readAll } from 'node:stream/consumers';
import { linesOf, withoutMark } from './lines.ts';

/** Whether an argument names a file; a long text never does. */
export const isFile = (path: string): boolean =>
  path.length < 1_024 && !path.includes('\0') && existsSync(path) && statSync(path).isFile();

/** The first argument that names no file, in words; for commands that take files only. */
export function missingFile(paths: readonly string[]): string | undefined {
  const missing = paths.find((path) => !isFile(path));
  return missing === undefined ? undefined : `No such file: ${missing}`;
}

/** An argument that names a file is read; anything else is the text itself. */
export async function textsOf(positionals: readonly string[]): Promise<string[]> {
  if (positionals.length === 0) return [withoutMark(await readAll(process.stdin))];
  return positionals.map((argument) =>
    isFile(argument) ? withoutMark(readFileSync(argument, 'utf8')) : argument,
  );
}

/** Lines of the files, or of standard input, one by one: input of any length needs little memory. */
export async function* rowsOf(files: readonly string[]): AsyncGenerator<string> {
  const inputs = files.length > 0 ? files.map((file) => createReadStream(file)) : [process.stdin];
  for (const input of inputs)
    for await (const line of linesOf(input)) if (line.trim() !== '') yield line;
}
