import { DatabaseSync, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';

/** Statements kept ready; the hub knows fewer shapes of query, but batches have many lengths. */
const MOST_STATEMENTS = 500;

type Values = Parameters<StatementSync['all']>;

/** Pages of the log after which it is copied into the database: one changed often is copied once. */
const LOG_PAGES = 4_000;
/** The same for connections that leave it to another one, should that be gone. */
const MOST_LOG_PAGES = 100_000;

/** Kysely on the SQLite that Node carries. Queries fail where the file is no database. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: () => Promise<SqliteDatabase>;

  /** @param copiesLog whether this connection's thread has the time to copy the log */
  constructor(file: string, copiesLog: boolean) {
    const database = async () => open(file, copiesLog);
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new ImmediateDriver({ database: this.#database });
  }
}

/**
 * Transactions that ask for the right to write at once: one that asked half-way, after another
 * thread wrote, would be refused instead of waiting.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/**
 * SQLite as Node carries it, in the shape that Kysely's dialect asks for.
 *
 * `synchronous=FULL`: with NORMAL a power cut took acknowledged reports in nearly every trial; with
 * FULL one row in a hundred trials, which could not be told from one that was never acknowledged.
 */
function open(file: string, copiesLog: boolean): SqliteDatabase {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode=WAL');
  database.exec('PRAGMA synchronous=FULL');
  database.exec('PRAGMA foreign_keys=ON');
  database.exec('PRAGMA busy_timeout=5000');
  database.exec(`PRAGMA wal_autocheckpoint=${copiesLog ? LOG_PAGES : MOST_LOG_PAGES}`);
  // 64 MB of pages: the indexes that a new report touches stay in memory at a million reports.
  database.exec('PRAGMA cache_size=-65536');
  const ready = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = ready.get(sql);
      if (known) return known;
      const statement = wrap(database.prepare(sql));
      const [oldest] = ready.keys();
      if (ready.size >= MOST_STATEMENTS && oldest !== undefined) ready.delete(oldest);
      ready.set(sql, statement);
      return statement;
    },
  };
}

function wrap(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as Values)),
    run: (parameters) => statement.run(...(parameters as Values)),
    iterate: (parameters) => statement.iterate(...(parameters as Values)),
  };
}
