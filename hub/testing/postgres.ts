/** A PostgreSQL of its own, from the packages of the system, on loopback and with its data in a folder. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const VERSIONS = '/usr/lib/postgresql';

/** The folder of PostgreSQL's programs. @throws {Error} where it is not installed */
function programs(): string {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  if (newest === undefined) throw new Error('PostgreSQL is not installed: npm test installs it');
  return join(VERSIONS, newest, 'bin');
}

export interface TestPostgres {
  readonly url: string;
  /** Ends it at once, as `kill -9` of all its processes does. */
  kill(): Promise<void>;
  /** Starts it again on the same data. */
  start(): Promise<void>;
  /** Ends it and removes its data. */
  close(): Promise<void>;
}

/** It refuses to run as root, so that root runs it as its own user. */
const isRoot = process.getuid?.() === 0;
const asUser = (program: string, args: string[]): [string, string[]] =>
  isRoot ? ['runuser', ['-u', 'postgres', '--', program, ...args]] : [program, args];

export async function startPostgres(): Promise<TestPostgres> {
  const bin = programs();
  const folder = mkdtempSync(join(tmpdir(), 'lurewatch-postgres-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  if (isRoot) {
    chmodSync(folder, 0o755);
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
    chownSync(data, id('-u'), id('-g'));
  }
  const run = (program: string, args: string[]) => {
    const [file, all] = asUser(join(bin, program), args);
    execFileSync(file, all, { stdio: 'ignore', cwd: '/' });
  };
  run('initdb', [
    '-D',
    data,
    '-U',
    'lurewatch',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--no-locale',
    '--no-sync',
  ]);
  const port = await freePort();
  const url = `postgres://lurewatch@127.0.0.1:${port}/postgres`;
  const flags = ['-D', data, '-p', `${port}`, '-c', 'listen_addresses=127.0.0.1', '-k', ''];
  let server: ChildProcess | undefined;
  const start = async () => {
    const [file, all] = asUser(join(bin, 'postgres'), flags);
    server = spawn(file, all, { stdio: 'ignore', cwd: '/' });
    await ready(url);
  };
  const kill = async () => {
    // Immediate shutdown: the server aborts all its processes without finishing anything.
    run('pg_ctl', ['-D', data, 'stop', '-m', 'immediate', '-w']);
    server = undefined;
  };
  await start();
  return {
    url,
    kill,
    start,
    async close() {
      if (server) await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function ready(connectionString: string): Promise<void> {
  for (const until = Date.now() + 30_000; ; await sleep(100)) {
    const client = new pg.Client({ connectionString });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    } finally {
      await client.end().catch(() => {});
    }
  }
}
