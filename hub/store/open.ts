import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import Cursor from 'pg-cursor';
import { StoreError } from './errors.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { NodeSqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** Times and counts stay far below 2^53, so that they are plain numbers on both databases. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Connections of one hub to PostgreSQL. */
const CONNECTIONS = 10;
/** After so long PostgreSQL gives up a statement, so that a slow one holds up nobody for ever. */
const STATEMENT_MS = 15_000;

export type Db = Kysely<Tables>;

export interface Store {
  readonly db: Db;
  readonly kind: 'sqlite' | 'postgres';
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Folder of the embedded database. */
  readonly data: string;
  /** PostgreSQL, in place of the embedded one. */
  readonly databaseUrl?: string | undefined;
  /** This connection copies SQLite's log into the database, so that no other has to wait for that. */
  readonly copiesLog?: boolean;
  /** Told of connections that broke while nobody used them. */
  readonly onIdleError?: (error: Error) => void;
}

/** Connects to the database, whose tables are up to date. */
export const connect = (options: StoreOptions): Store =>
  options.databaseUrl
    ? postgres(options.databaseUrl, options.onIdleError)
    : embedded(options.data, options.copiesLog ?? false);

/**
 * Opens the database and brings its tables up to date.
 * @throws {StoreError} when it can't be reached or is newer than this hub
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const store = connect(options);
  try {
    await migrate(store.db);
    return store;
  } catch (error) {
    await store.close().catch(() => {});
    throw error;
  }
}

function embedded(folder: string, copiesLog: boolean): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = new Kysely<Tables>({
    dialect: new NodeSqliteDialect(join(folder, 'hub.db'), copiesLog),
  });
  const close = () => db.destroy();
  // Reports hold what people lived through: nobody else on the machine reads them.
  chmodSync(folder, 0o700);
  return { db, kind: 'sqlite', close };
}

function postgres(connectionString: string, onIdleError?: (error: Error) => void): Store {
  const pool = new pg.Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    statement_timeout: STATEMENT_MS,
    query_timeout: STATEMENT_MS + 1_000,
    keepAlive: true,
  });
  // A database that restarts breaks idle connections; the pool opens others.
  pool.on('error', (error) => onIdleError?.(error));
  // One that breaks between two statements of a transaction tells the next of them as well; without a
  // listener the error would end the thread.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool, cursor: Cursor }) });
  return { db, kind: 'postgres', close: () => db.destroy() };
}

async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError(`The database can't be used: ${reason}`, { cause: error });
  }
}
