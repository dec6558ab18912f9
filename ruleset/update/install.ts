/** From two texts to a ruleset that may take the place of another: read, compiled, tested. */
import { BundleError } from '#engine/phrases/errors.ts';
import { compileWithIndicators, rulesetSteps } from '#engine/ruleset/compile.ts';
import { openRuleset, verifyRuleset } from '#engine/ruleset/open.ts';
import { selfTest } from '#engine/self-test.ts';
import { ENGINE_VERSION } from '#engine/version.ts';
import type { Release, RulesetSource } from '#schema/ruleset.ts';
import type { Progress } from '#schema/ruleset-status.ts';
import { TextError } from '../bundle/errors.ts';
import { readIndicatorsText } from '../bundle/indicators-text.ts';
import { readRulesText } from '../bundle/rules-text.ts';
import { inSlices } from './slices.ts';
import type { Texts } from './texts.ts';

/** A ruleset misjudged one of the texts that it brings along. */
export class SelfTestError extends Error {
  constructor(failures: readonly string[]) {
    super(failures.join('; '));
    this.name = 'SelfTestError';
  }
}

export interface Prepared {
  readonly release: Release;
  readonly compiled: Uint8Array;
}

/**
 * Compiles the texts and tests what comes out.
 * @param known a ruleset that this package's engine compiled from the same rules, whatever their
 * head says: its phrases are taken over
 * @throws {TextError} for texts that can't be used, `newer-format` where they need a newer engine
 * @throws {SelfTestError}
 */
export async function prepare(
  texts: Texts,
  report: (progress: Progress) => void,
  known?: Uint8Array,
): Promise<Prepared> {
  const rules = readRulesText(texts.rules);
  if (rules.release.minEngine > ENGINE_VERSION)
    throw new TextError('newer-format', `rules for engine ${rules.release.minEngine}`);
  const indicators = readIndicatorsText(texts.indicators);
  report('compiling');
  const compiled =
    (known && withSamePhrases(known, { ...rules, indicators })) ??
    (await inSlices(rulesetSteps({ ...rules, indicators })));
  report('testing');
  verifyRuleset(compiled);
  const failures = selfTest(openRuleset(compiled), rules.cases);
  if (failures.length > 0) throw new SelfTestError(failures);
  return { release: rules.release, compiled };
}

/** `undefined` where the known ruleset is damaged. */
function withSamePhrases(known: Uint8Array, source: RulesetSource): Uint8Array | undefined {
  try {
    return compileWithIndicators(known, source);
  } catch (error) {
    if (error instanceof BundleError) return undefined;
    throw error;
  }
}
