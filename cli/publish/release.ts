import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRulesText } from '#ruleset/bundle/rules-text.ts';
import type { Texts } from '#ruleset/update/texts.ts';

/**
 * Gives rules that differ from the published ones the next serial and today's date, in
 * `release.yaml`, where they have not got one.
 * @returns whether the file was changed
 */
export function raiseSerial(folder: string, texts: Texts, current: Texts): boolean {
  const { serial: old } = readRulesText(current.rules).release;
  const { serial } = readRulesText(texts.rules).release;
  const isSame = texts.rules === current.rules && texts.indicators === current.indicators;
  if (isSame || serial > old) return false;
  const file = join(folder, 'release.yaml');
  const today = new Date().toISOString().slice(0, 10);
  writeFileSync(
    file,
    readFileSync(file, 'utf8')
      .replace(/^serial:.*$/m, `serial: ${old + 1}`)
      .replace(/^date:.*$/m, `date: "${today}"`),
  );
  console.log(`${file}: serial ${old + 1} of ${today}; commit it, so that others build the same`);
  return true;
}
