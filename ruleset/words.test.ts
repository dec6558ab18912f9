/** What the rules name has words in the English catalogue, and the catalogue names nothing else. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import english from '#locales/en.json' with { type: 'json' };
import { HelpSource } from '#schema/rules.ts';
import { stepsFor } from './steps.ts';

const strings: Record<string, string> = english;
const keys = (pattern: RegExp) =>
  Object.keys(strings).flatMap((key) => pattern.exec(key)?.[1] ?? []);
const signals = globSync('rules/signals/*/signal.yaml').map((file) => ({
  id: basename(dirname(file)),
  ...(parse(readFileSync(file, 'utf8')) as { kind: string }),
}));
const schemes = globSync('rules/schemes/*.yaml').map((file) => basename(file, '.yaml'));
const levels = ['none', 'caution', 'danger'] as const;

describe('the English catalogue', () => {
  const signs = signals.filter(({ kind }) => kind === 'sign').map(({ id }) => id);

  it('has label and reason for every sign, and for nothing else', () => {
    expect(signs.length).toBeGreaterThan(40);
    expect(keys(/^signal\.(.+)\.label$/).sort()).toEqual(signs.sort());
    expect(keys(/^signal\.(.+)\.why$/).sort()).toEqual(signs.sort());
  });

  it('says each label in eight words and each reason in three sentences at most', () => {
    for (const id of signs) {
      expect(strings[`signal.${id}.label`]!.split(' ').length).toBeLessThanOrEqual(8);
      expect(strings[`signal.${id}.why`]!.split(/[.?!](?: |$)/).length).toBeLessThanOrEqual(4);
    }
  });

  it('has headline and summary for every scheme, and both for a text without a warning', () => {
    const named = [...schemes, 'none'].sort();
    expect(keys(/^scheme\.([^.]+)\.headline$/).sort()).toEqual(named);
    expect(keys(/^scheme\.([^.]+)\.summary$/).sort()).toEqual(named);
  });

  it('has steps of its own for every scheme, all in the catalogue and all in use', () => {
    const used = new Set(
      [...schemes, undefined].flatMap((scheme) =>
        levels.flatMap((level) => stepsFor(scheme, level)),
      ),
    );
    expect(keys(/^step\.(.+)$/).sort()).toEqual([...used].sort());
    for (const scheme of schemes)
      expect(stepsFor(scheme, 'danger')).not.toEqual(stepsFor(undefined, 'danger'));
  });

  it('has a purpose for every kind of help', () => {
    expect(keys(/^help\.kind\.(.+)$/).sort()).toEqual([...HelpSource.shape.kind.options].sort());
  });

  it('never blames the reader and never calls a post a scam for sure', () => {
    const ours = Object.entries(strings).filter(([key]) => /^(signal|scheme|step)\./.test(key));
    const said = ours.filter(([, text]) =>
      /\b(greedy|fall for|too good to be true|this is a scam|escape|run away|scammer)/i.test(text),
    );
    expect(said).toEqual([]);
  });
});
