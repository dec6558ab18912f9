/** A hub in a process of its own, which can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface ChildHub {
  readonly origin: string;
  /** `kill -9` */
  kill(): Promise<void>;
  /** As a service manager ends it. Says with which status. */
  end(): Promise<number | null>;
}

/** Starts a hub; it takes reports when this returns. */
export async function startChildHub(environment: Record<string, string>): Promise<ChildHub> {
  const child = spawn(process.execPath, ['hub/main.ts'], {
    env: {
      ...process.env,
      LUREWATCH_HUB_PORT: '0',
      LOG_LEVEL: 'info',
      // Code that was compiled once starts twice as fast; a hub that ends by itself leaves it there.
      NODE_COMPILE_CACHE: join(tmpdir(), 'lurewatch-hub-compiled'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    origin: await originOf(child),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    end() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function originOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: child.stdout! });
    child.once('exit', (status) => reject(new Error(`the hub ended with ${status}`)));
    lines.on('line', (line) => {
      const origin = /hub is ready at (http:\/\/[\w.:]+)/.exec(line)?.[1];
      if (origin) resolve(origin);
    });
  });
}
