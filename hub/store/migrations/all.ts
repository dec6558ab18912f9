/** Every change of the tables, in order. A migration that has run anywhere is never edited. */
import type { Migration } from 'kysely/migration';
import * as reports from './001-reports.ts';
import * as review from './002-review.ts';
import * as appeals from './003-appeals.ts';
import * as forgetting from './004-forgetting.ts';

export const MIGRATIONS: Record<string, Migration> = {
  '001-reports': reports,
  '002-review': review,
  '003-appeals': appeals,
  '004-forgetting': forgetting,
};
