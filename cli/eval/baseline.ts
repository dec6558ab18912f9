import { z } from '#schema/zod.ts';
import { type Judged, nameOf } from './outcome.ts';

/** What `--json` keeps of each text for a later comparison: no words of it. */
export const Kept = z.object({
  rulesetVersion: z.string(),
  verdicts: z.record(z.string(), z.tuple([z.enum(['none', 'caution', 'danger']), z.string()])),
});
export type Kept = z.infer<typeof Kept>;

/** A text whose verdict is another one than before. */
export type Move = { text: Judged; before: string; after: string; isBetter: boolean };

/** Level and scheme of each text by its name. */
export const verdictsOf = (judged: readonly Judged[]): Kept['verdicts'] =>
  Object.fromEntries(judged.map((text) => [nameOf(text), [text.level, schemeOf(text)]]));

/** Texts whose verdict moved, what got worse first. */
export function movesSince(
  judged: readonly Judged[],
  { verdicts }: Pick<Kept, 'verdicts'>,
): Move[] {
  return judged
    .flatMap((text) => {
      const before = verdicts[nameOf(text)];
      if (before === undefined) return [];
      const was = before.join(' ').trim();
      const is = [text.level, schemeOf(text)].join(' ').trim();
      const warns = text.level !== 'none';
      const isBetter = warns === (text.sample.label === 'scam');
      return was === is ? [] : [{ text, before: was, after: is, isBetter }];
    })
    .sort((a, b) => Number(a.isBetter) - Number(b.isBetter));
}

const schemeOf = ({ level, scheme }: Judged): string => (level === 'none' ? '' : scheme);
