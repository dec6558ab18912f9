import { readFileSync } from 'node:fs';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from '#schema/zod.ts';
import type { Problem } from './problem.ts';

type Schema<T> = z.ZodMiniType<T>;

/** A file of a folder, its name without ending, and what stands in it. */
export type TableFile<T> = { file: string; stem: string; data: T };

/** Reads one YAML file and checks it; what is wrong goes to `problems` with its line. */
export function readYaml<T>(file: string, schema: Schema<T>, problems: Problem[]): T | undefined {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const before = problems.length;
  for (const error of [...document.errors, ...document.warnings])
    problems.push({ file, line: lines.linePos(error.pos[0]).line, message: firstLine(error) });
  if (problems.length > before) return undefined;
  const result = schema.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (result.success) return result.data;
  for (const issue of result.error.issues)
    problems.push({
      file,
      line: lineOf(document, issue.path, lines),
      message: `${issue.path.map(String).join('.') || 'file'}: ${issue.message ?? issue.code}`,
    });
  return undefined;
}

const firstLine = (error: Error): string => error.message.split('\n')[0]!.replace(/:$/, '');

/** Line of the node at a path, or of the nearest one above it that exists. */
function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
