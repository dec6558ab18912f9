/** From verified targets to the two texts of a ruleset: by deltas where they are smaller. */
import { type Content, DeltaTarget, FullTarget } from '#schema/update.ts';
import { z } from '#schema/zod.ts';
import { decodeText, gunzip, sha256 } from '../bundle/bytes.ts';
import { applyDelta } from '../bundle/delta.ts';
import { TextError } from '../bundle/errors.ts';
import { MAX_INDICATORS_BYTES } from '../bundle/indicators-text.ts';
import { MAX_RULES_BYTES } from '../bundle/rules-text.ts';
import type { TufClient } from '../tuf/client.ts';
import type { Target } from '../tuf/delegations.ts';
import { UpdateError } from '../tuf/errors.ts';

/** Signed targets: finds and downloads only what is signed. */
export type Targets = Pick<TufClient, 'find' | 'download'>;

/** The two texts that make a ruleset. */
export interface Texts {
  readonly rules: string;
  readonly indicators: string;
}

export type TextName = keyof Texts;

const CAPS: Record<TextName, number> = { rules: MAX_RULES_BYTES, indicators: MAX_INDICATORS_BYTES };

/**
 * Where the publisher puts a text. Not `.gz`: some hosts declare that as an encoding of the transfer,
 * and browsers then unpack what is to be compared with a signed hash.
 */
export const fullPath = (name: TextName): string => `${name}.txt.gzip`;
/** Where the publisher puts the delta for a base text, by the base's SHA-256. */
export const deltaPath = (name: TextName, base: string): string =>
  `delta/${name}/${base.slice(0, 12)}.gzip`;

/** What signed targets say of a text. @throws {TextError} where they say nothing usable */
export async function announced(
  targets: Targets,
  name: TextName,
): Promise<{ target: Target; about: FullTarget }> {
  const target = await targets.find(fullPath(name));
  const about = z.safeParse(FullTarget, target?.custom);
  if (!target || !about.success)
    throw new TextError('bad-record', `no ${fullPath(name)} is signed`);
  if (about.data.content.length > CAPS[name])
    throw new TextError('too-large', `${name} of ${about.data.content.length} bytes`);
  return { target, about: about.data };
}

/**
 * The text that is signed now.
 * @param base the text at hand
 * @throws {TextError} and what `targets` throws
 */
export async function fetchText(targets: Targets, name: TextName, base: string): Promise<string> {
  const { target, about } = await announced(targets, name);
  const has = await sha256(base);
  if (has === about.content.sha256) return base;
  const patched = await patch(targets, name, base, has, target.length, about.content);
  if (patched !== undefined) return patched;
  const text = decodeText(await gunzip(await targets.download(target), about.content.length));
  if ((await sha256(text)) !== about.content.sha256)
    throw new TextError('wrong-result', `${target.path} holds another text than is signed`);
  return text;
}

/** The result of the delta for a base; `undefined` where there is none, or none that is of use. */
async function patch(
  targets: Targets,
  name: TextName,
  base: string,
  hash: string,
  fullLength: number,
  wanted: Content,
): Promise<string | undefined> {
  const target = await targets.find(deltaPath(name, hash));
  const about = z.safeParse(DeltaTarget, target?.custom);
  if (!target || !about.success || target.length >= fullLength) return undefined;
  const { result } = about.data;
  if (about.data.base.sha256 !== hash || result.sha256 !== wanted.sha256) return undefined;
  try {
    const delta = decodeText(await gunzip(await targets.download(target), CAPS[name]));
    const text = await applyDelta(base, delta, wanted.length);
    if ((await sha256(text)) === wanted.sha256) return text;
  } catch (error) {
    // The full text needs no delta, so a faulty one costs traffic and nothing else.
    if (!(error instanceof TextError || error instanceof UpdateError)) throw error;
  }
  return undefined;
}
