/** A hub's database with a million reports, written straight into its tables. */
import { DatabaseSync } from 'node:sqlite';
import { bandsOf, sketchOf, writeSketch } from '#hub/cases/minhash.ts';
import { openStore } from '#hub/store/open.ts';
import { sampleReport } from '#hub/testing/reports.ts';
import { randomFrom } from './load.ts';

const CASES = 150_000;
const DAY_MS = 86_400_000;

/** Fills a folder. @returns ids of some cases */
export async function fill(data: string, reports: number): Promise<string[]> {
  const store = await openStore({ data });
  await store.close();
  const database = new DatabaseSync(`${data}/hub.db`);
  database.exec('PRAGMA synchronous=OFF');
  const random = randomFrom(7);
  const hex = (length: number) =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  const insert = (table: string, columns: number) =>
    database.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(',')})`);
  const report = database.prepare(
    `INSERT INTO reports (id, digest, volunteer, network, received_at, site, scheme, level, contact, content, state, case_id)
     VALUES (?,?,?,?,?,'facebook','task-scam','caution','none',?,'clustered',?)`,
  );
  const one = database.prepare(
    `INSERT INTO cases (id, opened_at, last_at, reports, volunteers, networks, scheme, level, harm, rank, state, reason, merged_into, sample, title, reviewed_at, version)
     VALUES (?,?,?,?,?,?,'task-scam','caution',?,?,'open',NULL,NULL,?,?,NULL,1)`,
  );
  const [sketches, bands, mentions] = [
    insert('sketches', 3),
    insert('bands', 2),
    insert('mentions', 6),
  ];
  const [days, sources] = [insert('case_days', 3), insert('case_sources', 3)];
  const now = Date.now();
  const ids: string[] = [];
  const each = Math.floor(reports / CASES);
  database.exec('BEGIN');
  for (let number = 0; number < CASES; number++) {
    const id = `C-${number.toString(36).toUpperCase().padStart(8, '0')}`;
    const at = now - Math.floor(random() * 300) * DAY_MS;
    const harm = 1 + Math.floor(random() * 10);
    const sample = `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
    const handle = `desk_${hex(10)}`;
    one.run(
      id,
      at,
      at,
      each,
      each,
      each,
      harm,
      harm * 1_000 + Math.floor(random() * 3_000),
      sample,
      `Case ${number}`,
    );
    const sketch = sketchOf(Uint32Array.from({ length: 300 }, () => random() * 2 ** 32));
    sketches.run(sample, id, writeSketch(sketch));
    for (const band of bandsOf(sketch)) bands.run(band, sample);
    mentions.run(id, 'telegram', handle, each, at, at);
    mentions.run(id, 'domain', `${hex(10)}.example.net`, each, at, at);
    days.run(id, new Date(at).toISOString().slice(0, 10), each);
    for (let copy = 0; copy < each; copy++) {
      const key = copy === 0 ? sample : `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
      const text = `${handle} ${'easy work from home, paid every day, '.repeat(12)}${hex(20)}`;
      const content = JSON.stringify({ ...sampleReport({ text, links: [] }), id: key });
      const [volunteer, network] = [hex(43), hex(24)];
      // Networks are forgotten after two weeks.
      const kept = at > now - 14 * DAY_MS ? network : null;
      report.run(key, hex(64), volunteer, kept, at + copy, content, id);
      sources.run(id, 'volunteer', volunteer);
      sources.run(id, 'network', network);
    }
    if (number % 2_000 === 0) database.exec('COMMIT; BEGIN');
    if (number % 1_500 === 0) ids.push(id);
  }
  database.exec('COMMIT');
  database.close();
  return ids;
}
