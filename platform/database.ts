/**
 * The one database of the extension. Nothing here opens it: Dexie does so at the first read, so
 * that a waking background pays for it only when it needs it.
 */
import Dexie, { type EntityTable } from 'dexie';
import { DATABASE_NAME } from './database-name.ts';

/** Raise it with every change of what is stored, with an upgrade below and a golden file. */
export const DATABASE_VERSION = 3;

/** Rows are what the disk holds, so they are `unknown` until a schema has parsed them. */
export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}
export interface DismissalRow {
  readonly hash: string;
  readonly [field: string]: unknown;
}
export interface ReportRow {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** The installed ruleset under `installed`, what is known of updates under `updates`. */
export interface RulesetRow {
  readonly key: string;
  readonly [field: string]: unknown;
}
/** One file of signed metadata, byte for byte as it was served. */
export interface MetadataRow {
  readonly name: string;
  readonly bytes: unknown;
}
/** The volunteer's key under `key`, whose private half nobody can read; when the hub was asked, under `asked`. */
export interface VolunteerRow {
  readonly name: string;
  readonly [field: string]: unknown;
}
/** A listing that the reader was warned of. */
export interface SightingRow {
  readonly hash: string;
  readonly [field: string]: unknown;
}

export type Database = Dexie & {
  settings: EntityTable<SettingRow, 'key'>;
  dismissals: EntityTable<DismissalRow, 'hash'>;
  reports: EntityTable<ReportRow, 'id'>;
  rulesets: EntityTable<RulesetRow, 'key'>;
  metadata: EntityTable<MetadataRow, 'name'>;
  sightings: EntityTable<SightingRow, 'hash'>;
  volunteer: EntityTable<VolunteerRow, 'name'>;
};

/** Another name is for tests only. */
export function createDatabase(name = DATABASE_NAME): Database {
  const database = new Dexie(name) as Database;
  database.version(1).stores({ settings: 'key', dismissals: 'hash', reports: 'id' });
  database.version(2).stores({
    rulesets: 'key',
    metadata: 'name',
    sightings: 'hash',
  });
  database.version(DATABASE_VERSION).stores({ volunteer: 'name' });
  return database;
}

export const database = createDatabase();
