/** From two texts to a ruleset that may take the place of another: read, compiled, tested. */
import { compileRuleset } from '#engine/ruleset/compile.ts';
import { openRuleset, verifyRuleset } from '#engine/ruleset/open.ts';
import { selfTest } from '#engine/self-test.ts';
import { ENGINE_VERSION } from '#engine/version.ts';
import type { Release } from '#schema/ruleset.ts';
import type { Progress } from '#schema/ruleset-status.ts';
import { TextError } from '../bundle/errors.ts';
import { readIndicatorsText } from '../bundle/indicators-text.ts';
import { readRulesText } from '../bundle/rules-text.ts';
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
 * @throws {TextError} for texts that can't be used, `newer-format` where they need a newer engine
 * @throws {SelfTestError}
 */
export function prepare(texts: Texts, report: (progress: Progress) => void): Prepared {
  const rules = readRulesText(texts.rules);
  if (rules.release.minEngine > ENGINE_VERSION)
    throw new TextError('newer-format', `rules for engine ${rules.release.minEngine}`);
  const indicators = readIndicatorsText(texts.indicators);
  report('compiling');
  const compiled = compileRuleset({ ...rules, indicators });
  report('testing');
  verifyRuleset(compiled);
  const failures = selfTest(openRuleset(compiled), rules.cases);
  if (failures.length > 0) throw new SelfTestError(failures);
  return { release: rules.release, compiled };
}
