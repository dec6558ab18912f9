/** Every change of the tables, in order. A migration that has run anywhere is never edited. */
import type { Migration } from 'kysely/migration';
import * as reports from './001-reports.ts';

export const MIGRATIONS: Record<string, Migration> = { '001-reports': reports };
