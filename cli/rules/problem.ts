/** Something wrong in a file under `rules/`, put so that its author can mend it. */
export type Problem = { file: string; line?: number; message: string };

/** One line a problem, as editors and terminals link it: `file:line: message`. */
export function formatProblem({ file, line, message }: Problem): string {
  return `${file}${line === undefined ? '' : `:${line}`}: ${message}`;
}
