import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openRuleset } from '#engine/ruleset/open.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import { printProblems } from './lint.ts';
import { BUILT, ENGINE, RULES } from './paths.ts';
import { compileRules } from './rules/compile.ts';
import { readRules } from './rules/read.ts';

/** The ruleset to judge with, opened; see `loadBytes`. */
export const loadRuleset = (folder?: string): Ruleset => openRuleset(loadBytes(folder));

/**
 * The compiled ruleset to judge with: the built one where it is newer than every rule file and than
 * the engine that compiles them, else one compiled from the rules. Broken rule files are reported
 * and left out.
 */
export function loadBytes(folder: string = RULES): Uint8Array {
  const built = join(BUILT, 'ruleset.bin');
  const isFresh = (time: number) => time > newest(RULES) && time > newest(ENGINE);
  if (folder === RULES && existsSync(built) && isFresh(statSync(built).mtimeMs))
    return readFileSync(built);
  const rules = readRules(folder);
  const bytes = compileRules(rules);
  printProblems(rules.problems);
  return bytes;
}

/** When a file or folder below this one was last changed. */
function newest(folder: string): number {
  let time = statSync(folder).mtimeMs;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    time = Math.max(time, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return time;
}
