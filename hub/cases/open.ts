import type { Tx } from '../store/transact.ts';
import type { Analysis, Assessment } from './analysis.ts';
import { writeSketch } from './minhash.ts';
import { rankOf } from './rank.ts';

/** A case that a report opens. */
export interface Opening {
  readonly caseId: string;
  readonly at: number;
  readonly analysis: Analysis;
  readonly assessment: Assessment;
  /** Bands of its sketch that are no commonplace. */
  readonly bands: readonly number[];
}

/** Opens cases; their reports join them afterwards, as all others do. */
export async function openCases(tx: Tx, openings: readonly Opening[]): Promise<void> {
  if (openings.length === 0) return;
  await tx
    .insertInto('cases')
    .values(
      openings.map(({ caseId, at, analysis, assessment }) => ({
        id: caseId,
        opened_at: at,
        last_at: at,
        reports: 0,
        volunteers: 0,
        networks: 0,
        scheme: assessment.scheme,
        level: assessment.level,
        harm: assessment.harm,
        rank: rankOf(assessment.harm, 0, 0),
        state: 'open' as const,
        reason: null,
        merged_into: null,
        sample: analysis.id,
        title: analysis.title,
        reviewed_at: null,
        version: 1,
      })),
    )
    .execute();
  const sketches = openings.flatMap(({ caseId, analysis: { id, sketch } }) =>
    sketch ? [{ id, case_id: caseId, sketch: writeSketch(sketch) }] : [],
  );
  if (sketches.length > 0) await tx.insertInto('sketches').values(sketches).execute();
  const bands = openings.flatMap(({ analysis: { id }, bands }) =>
    bands.map((band) => ({ band, sketch_id: id })),
  );
  if (bands.length > 0) await tx.insertInto('bands').values(bands).execute();
}
