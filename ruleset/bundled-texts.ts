/** The texts in the package. Only updates need them, and the schemas that they bring along. */

import { decodeText, gunzip } from './bundle/bytes.ts';
import { MAX_INDICATORS_BYTES } from './bundle/indicators-text.ts';
import { MAX_RULES_BYTES } from './bundle/rules-text.ts';
import { packaged } from './bundled.ts';

/** What the package's ruleset was compiled from: what the first update builds upon. */
export async function bundledTexts(): Promise<{ rules: string; indicators: string }> {
  const [rules, indicators] = await Promise.all([
    packaged('/rules.txt.gz').then((bytes) => gunzip(bytes, MAX_RULES_BYTES)),
    packaged('/indicators.txt.gz').then((bytes) => gunzip(bytes, MAX_INDICATORS_BYTES)),
  ]);
  return { rules: decodeText(rules), indicators: decodeText(indicators) };
}
