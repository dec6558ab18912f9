import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PublishError } from './errors.ts';

const NAME = '.publishing';
/** Longer than any publication takes; a lock of another machine is void after it. */
const STALE_MS = 15 * 60_000;

/**
 * Runs alone in a repository: a timestamp job beside a publication would put its older view on top.
 * The lock of a process that died is taken over.
 * @throws {PublishError} while somebody else is at it
 */
export async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, NAME);
  if (!take(file)) {
    if (isHeld(file)) throw new PublishError(`${folder} is being published to; see ${file}`);
    rmSync(file, { force: true });
    if (!take(file)) throw new PublishError(`${folder} is being published to; see ${file}`);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isHeld(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    if (Date.now() - statSync(file).mtimeMs > STALE_MS) return false;
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    // EPERM: the process lives and is somebody else's. Otherwise it, or the file, is gone.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
