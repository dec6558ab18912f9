/**
 * What changed between two canonical texts: lines that went, by their gaps, and lines that came.
 * Nothing here is trusted: whoever applies a delta compares the result with a signed hash.
 */
import { canonicalJson } from '#engine/ruleset/canonical.ts';
import { z } from '#schema/zod.ts';
import { sha256 } from './bytes.ts';
import { joinText, parseLine, shortened } from './canonical.ts';
import { TextError } from './errors.ts';

const FORMAT = 1;
const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Head = z.strictObject({
  format: z.literal(FORMAT),
  base: Hash,
  result: Hash,
  /** Bytes of the result. */
  length: z.number().check(z.int(), z.nonnegative()),
  /** The result's first line. */
  head: z.string(),
});

/** The delta from one text to another, as text. Both are canonical (`splitText`). */
export async function makeDelta(base: string, result: string): Promise<string> {
  const from = bodyOf(base);
  const to = bodyOf(result);
  const [kept, had] = [new Set(to), new Set(from)];
  const gaps: string[] = [];
  let last = -1;
  from.forEach((line, at) => {
    if (kept.has(line)) return;
    gaps.push(`-${at - last}`);
    last = at;
  });
  const added = to.filter((line) => !had.has(line)).map((line) => `+${line}`);
  const head = {
    format: FORMAT,
    base: await sha256(base),
    result: await sha256(result),
    length: new TextEncoder().encode(result).length,
    head: headOf(result),
  };
  return `${[canonicalJson(head), ...gaps, ...added].join('\n')}\n`;
}

/**
 * Applies a delta and checks what comes out.
 * @param cap most bytes that the result may have
 * @throws {TextError} `wrong-base`, `wrong-result`, `too-large`, `not-canonical`, `bad-record`
 */
export async function applyDelta(base: string, delta: string, cap: number): Promise<string> {
  const [first = '', ...changes] = delta.split('\n');
  if (changes.pop() !== '') throw new TextError('not-canonical', 'the last line has no end');
  const head = z.safeParse(Head, parseLine(first));
  if (!head.success) throw new TextError('bad-record', 'the head of a delta is faulty');
  if (head.data.length > cap)
    throw new TextError('too-large', `a result of more than ${cap} bytes`);
  if ((await sha256(base)) !== head.data.base)
    throw new TextError('wrong-base', 'the delta is for another text');
  const result = joinText(head.data.head, changed(bodyOf(base), changes));
  if ((await sha256(result)) !== head.data.result)
    throw new TextError('wrong-result', 'the delta gives another text than it says');
  return result;
}

/** Lines of the base that stay, and those that come. */
function changed(lines: string[], changes: readonly string[]): string[] {
  const gone = new Set<number>();
  const came: string[] = [];
  let last = -1;
  for (const change of changes) {
    if (change.startsWith('+')) {
      came.push(change.slice(1));
      continue;
    }
    const gap = /^-[1-9]\d{0,8}$/.test(change) && came.length === 0 ? Number(change.slice(1)) : 0;
    last += gap;
    if (gap === 0 || last >= lines.length)
      throw new TextError('bad-record', `no change: ${shortened(change)}`);
    gone.add(last);
  }
  return [...lines.filter((_, at) => !gone.has(at)), ...came];
}

const headOf = (text: string): string => text.slice(0, Math.max(0, text.indexOf('\n')));
const bodyOf = (text: string): string[] =>
  text
    .slice(text.indexOf('\n') + 1)
    .split('\n')
    .slice(0, -1);
