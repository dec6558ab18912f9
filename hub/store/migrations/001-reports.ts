/** Reports, and the cases that they make up. */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('reports')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('volunteer', 'text')
    .addColumn('network', 'text')
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('site', 'text', (column) => column.notNull())
    .addColumn('scheme', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('contact', 'text', (column) => column.notNull())
    .addColumn('content', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('case_id', 'text')
    .execute();
  const reports = (name: string, columns: string[]) =>
    schema.createIndex(name).on('reports').columns(columns).execute();
  await reports('reports_by_state', ['state', 'received_at']);
  await reports('reports_by_case', ['case_id', 'received_at']);
  await reports('reports_by_volunteer', ['volunteer', 'received_at']);

  await schema
    .createTable('volunteers')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('first_at', 'bigint', (column) => column.notNull())
    .addColumn('reports', 'bigint', (column) => column.notNull())
    .addColumn('upheld', 'bigint', (column) => column.notNull())
    .addColumn('refused', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('tallies')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('reports', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('tallies_key', ['day', 'kind', 'source'])
    .execute();
  await schema
    .createTable('salts')
    .addColumn('week', 'text', (column) => column.primaryKey())
    .addColumn('salt', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('leases')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute();

  await schema
    .createTable('cases')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('last_at', 'bigint', (column) => column.notNull())
    .addColumn('reports', 'bigint', (column) => column.notNull())
    .addColumn('volunteers', 'bigint', (column) => column.notNull())
    .addColumn('networks', 'bigint', (column) => column.notNull())
    .addColumn('scheme', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('harm', 'bigint', (column) => column.notNull())
    .addColumn('rank', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('merged_into', 'text')
    .addColumn('sample', 'text')
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('reviewed_at', 'bigint')
    .addColumn('version', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('cases_by_rank')
    .on('cases')
    .columns(['state', 'rank desc', 'id'])
    .execute();
  await schema
    .createTable('sketches')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('sketch', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('sketches_by_case').on('sketches').columns(['case_id']).execute();
  await schema
    .createTable('bands')
    .addColumn('band', 'bigint', (column) => column.notNull())
    .addColumn('sketch_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('bands_key', ['band', 'sketch_id'])
    .execute();
  await schema
    .createTable('mentions')
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('reports', 'bigint', (column) => column.notNull())
    .addColumn('first_at', 'bigint', (column) => column.notNull())
    .addColumn('last_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('mentions_key', ['case_id', 'type', 'value'])
    .execute();
  await schema.createIndex('mentions_by_value').on('mentions').columns(['value', 'type']).execute();
  await schema
    .createTable('case_days')
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('reports', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('case_days_key', ['case_id', 'day'])
    .execute();
  await schema
    .createTable('case_sources')
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('case_sources_key', ['case_id', 'kind', 'source'])
    .execute();
}
