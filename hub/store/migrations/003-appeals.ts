/** Answers of listed parties. */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('appeals')
    .addColumn('ticket', 'text', (column) => column.primaryKey())
    .addColumn('secret_hash', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('statement', 'text', (column) => column.notNull())
    .addColumn('contact', 'text')
    .addColumn('proof_kind', 'text', (column) => column.notNull())
    .addColumn('proof_code', 'text', (column) => column.notNull())
    .addColumn('proven_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'bigint')
    .execute();
  await schema.createIndex('appeals_by_state').on('appeals').columns(['state', 'due_at']).execute();
  await schema.createIndex('appeals_by_value').on('appeals').columns(['value', 'type']).execute();
}
