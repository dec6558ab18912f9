import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where a maintainer's keys are, unless told otherwise. */
export const keysFolder = (given: string | undefined): string =>
  given ??
  process.env.LUREWATCH_KEYS ??
  join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'lurewatch', 'keys');
