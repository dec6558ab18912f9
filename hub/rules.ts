/** The rules that posts are read with: built once where they are not there yet. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Logger } from 'pino';
import type { Analyst, Rules } from './cases/analyst.ts';

/**
 * Opens the compiled ruleset. Where there is none, another process builds it, which takes some
 * seconds: reports are kept meanwhile, and get their case afterwards.
 */
export async function provideRules(
  file: string,
  analyst: Analyst,
  log: Logger,
  signal: AbortSignal,
): Promise<Rules> {
  if (!existsSync(file)) {
    log.info('building the rules, once; reports are kept meanwhile');
    await promisify(execFile)(process.execPath, ['cli/main.ts', 'build'], { signal });
  }
  const rules = await analyst.openRules(file);
  log.info({ version: rules.version }, 'rules are open');
  return rules;
}
