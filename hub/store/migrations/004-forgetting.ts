/** Indexes by which what is due to be forgotten is found without a look at what already is. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['network', 'content'])
    await db.schema
      .createIndex(`reports_with_${column}`)
      .on('reports')
      .column('received_at')
      .where(sql.ref(column), 'is not', null)
      .execute();
}
