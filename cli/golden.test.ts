import { beforeAll, expect, test } from 'vitest';
import { judge } from '#engine/judge.ts';
import { openRuleset } from '#engine/ruleset/open.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import { RULES } from './paths.ts';
import { textPost } from './post.ts';
import { compileRules } from './rules/compile.ts';
import { readRules } from './rules/read.ts';

/** What the rules as they stand make of plain examples; the wording is our own. */
let ruleset: Ruleset;
beforeAll(() => {
  ruleset = openRuleset(compileRules(readRules(RULES)));
}, 120_000);
const verdict = (text: string) => judge(textPost('1', text), ruleset);

test.each([
  ['Between 500 to 4000 baht per day for anyone', true],
  ['Between 350 to 400 baht per day for packing', false],
  ['Turnover of USD 900,000,000 per year', false],
])('"%s" is pay out of the ordinary: %s', (text, notable) => {
  expect(verdict(text).findings.some(({ signal }) => signal === 'high-pay')).toBe(notable);
});
