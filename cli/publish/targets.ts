/** Targets metadata for a ruleset: its two texts, and deltas from earlier ones. */
import { TargetFile } from '@tufjs/models';
import { canonicalJson } from '#engine/ruleset/canonical.ts';
import { makeDelta } from '#ruleset/bundle/delta.ts';
import { INDICATORS_FORMAT } from '#ruleset/bundle/indicators-text.ts';
import { RULES_FORMAT } from '#ruleset/bundle/rules-text.ts';
import { deltaPath, fullPath, type TextName, type Texts } from '#ruleset/update/texts.ts';
import type { Release } from '#schema/ruleset.ts';
import type { Content, DeltaTarget, FullTarget } from '#schema/update.ts';
import { gzip } from '../gzip.ts';
import { inDays, Metadata, SPECIFICATION, sha256, Targets } from './metadata.ts';
import { DAYS } from './roles.ts';

const TEXTS: readonly TextName[] = ['rules', 'indicators'];
const FORMATS: Record<TextName, number> = { rules: RULES_FORMAT, indicators: INDICATORS_FORMAT };

/** Unsigned targets metadata, and the bytes of each target by its path. */
export interface TargetsDraft {
  readonly metadata: Metadata<Targets>;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * @param earlier texts that installations may have, newest first; each gets a delta where that is
 * smaller than the full text
 */
export async function draftTargets(
  texts: Texts,
  { serial, minEngine }: Release,
  earlier: readonly Texts[],
  version: number,
): Promise<TargetsDraft> {
  const files = new Map<string, Uint8Array>();
  const targets = new Targets({
    version,
    specVersion: SPECIFICATION,
    expires: inDays(DAYS.targets),
  });
  const add = (path: string, bytes: Uint8Array, custom: FullTarget | DeltaTarget): void => {
    files.set(path, bytes);
    targets.addTarget(
      new TargetFile({
        path,
        length: bytes.length,
        hashes: { sha256: sha256(bytes) },
        unrecognizedFields: { custom: JSON.parse(canonicalJson(custom)) },
      }),
    );
  };
  for (const name of TEXTS) {
    const text = texts[name];
    const content: Content = { sha256: sha256(text), length: Buffer.byteLength(text) };
    const full = gzip(text);
    add(fullPath(name), full, { format: FORMATS[name], minEngine, serial, content });
    for (const base of new Set(earlier.map((old) => old[name]))) {
      if (base === text) continue;
      const delta = gzip(await makeDelta(base, text));
      if (delta.length < full.length)
        add(deltaPath(name, sha256(base)), delta, {
          base: { sha256: sha256(base) },
          result: content,
        });
    }
  }
  return { metadata: new Metadata(targets), files };
}
