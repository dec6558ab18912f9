/** Which case a report belongs to. */
import type { Db } from '../store/open.ts';
import type { Analysis } from './analysis.ts';
import { JOINING, type Mention } from './mentions.ts';
import { bandsOf, readSketch, similarity } from './minhash.ts';

/**
 * Share of shingles from which two texts are one lure. Tried on collections of real texts: lures
 * with every tenth word replaced and all digits changed mostly reach it, few posts of different
 * employers do.
 */
const ALIKE = 0.45;
/** Texts looked at for one band, and cases for one party: what more share is a commonplace. */
const COMMON = 12;

interface Sketch {
  readonly caseId: string;
  readonly sketch: Uint32Array;
}

/** What is known of the cases that a batch of reports may belong to. */
export interface Known {
  readonly sketches: Map<string, Sketch>;
  /** Ids of sketches. */
  readonly byBand: Map<number, string[]>;
  /** Ids of cases. */
  readonly byParty: Map<string, string[]>;
}

const isJoining = ({ type }: Mention): boolean => JOINING.has(type);
const keyOf = ({ type, value }: { type: string; value: string }): string => `${type} ${value}`;

/** Reads the cases that share a band or a party with any of the reports: look-ups by index alone. */
export async function knownCases(db: Db, analyses: readonly Analysis[]): Promise<Known> {
  const known: Known = { sketches: new Map(), byBand: new Map(), byParty: new Map() };
  const bands = [...new Set(analyses.flatMap(({ sketch }) => (sketch ? bandsOf(sketch) : [])))];
  if (bands.length > 0)
    for (const { band, sketch_id } of await db
      .selectFrom('bands')
      .select(['band', 'sketch_id'])
      .where('band', 'in', bands)
      .execute())
      push(known.byBand, band, sketch_id);
  const ids = new Set([...known.byBand.values()].flat());
  if (ids.size > 0)
    for (const { id, case_id, sketch } of await db
      .selectFrom('sketches')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute())
      known.sketches.set(id, { caseId: case_id, sketch: readSketch(sketch) });
  const values = new Set(
    analyses.flatMap(({ mentions }) => mentions.filter(isJoining).map(({ value }) => value)),
  );
  if (values.size > 0)
    for (const row of await db
      .selectFrom('mentions')
      .select(['type', 'value', 'case_id'])
      .where('value', 'in', [...values])
      .where('type', 'in', [...JOINING])
      .execute())
      push(known.byParty, keyOf(row), row.case_id);
  return known;
}

function push<K>(map: Map<K, string[]>, key: K, value: string): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** The case of a report, or `undefined` where it is the first of its kind. */
export function caseOf({ sketch, mentions }: Analysis, known: Known): string | undefined {
  for (const mention of mentions.filter(isJoining)) {
    const cases = known.byParty.get(keyOf(mention));
    if (cases && cases.length <= COMMON) return cases[0];
  }
  if (!sketch) return undefined;
  let [best, most]: [string | undefined, number] = [undefined, ALIKE];
  for (const band of bandsOf(sketch))
    for (const id of known.byBand.get(band) ?? []) {
      const other = known.sketches.get(id);
      const share = other ? similarity(sketch, other.sketch) : 0;
      if (other && share >= most) [best, most] = [other.caseId, share];
    }
  return best;
}

/**
 * Notes a case that a report opened, so that later reports of the same batch find it.
 * @returns the bands under which its sketch is to be found from now on
 */
export function learn(known: Known, caseId: string, analysis: Analysis): number[] {
  for (const mention of analysis.mentions.filter(isJoining))
    push(known.byParty, keyOf(mention), caseId);
  const { sketch, id } = analysis;
  if (!sketch) return [];
  known.sketches.set(id, { caseId, sketch });
  // Of a commonplace band no more are kept, so that a look-up costs the same for ever.
  const bands = bandsOf(sketch).filter((band) => (known.byBand.get(band)?.length ?? 0) < COMMON);
  for (const band of bands) push(known.byBand, band, id);
  return bands;
}
