/** What lists of all formats hold: parties, and what could not be read. */
import { normalForm } from '#engine/indicators/normal.ts';
import type { IndicatorType } from '#schema/listing.ts';

/** A party in its normal form. */
export interface Party {
  readonly type: IndicatorType;
  readonly value: string;
}

/** What a file holds; nothing of it is lost in silence. */
export interface Parsed {
  readonly parties: readonly Party[];
  /** Lines or objects that name no party, or in a way that can't be listed: where, and what. */
  readonly left: readonly { readonly at: string; readonly text: string }[];
}

/** Why a file could not be read at all. */
export class ListError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ListError';
  }
}

export const party = (type: IndicatorType, value: string): Party => ({
  type,
  value: normalForm(type, value),
});

/** A scheme as a machine tag, for want of a taxonomy of lures into forced work elsewhere. */
export const schemeTag = (scheme: string): string => `lurewatch:scheme="${scheme}"`;

/** Lines with their numbers, without their ends. */
export const linesOf = (text: string): { line: number; text: string }[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((raw, index) => ({ line: index + 1, text: raw.trim() }));

/** A host name as lists write it. Whether it may be listed is another question. */
export const isHost = (text: string): boolean =>
  /^(?=.{4,253}$)(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?\.)+[\p{L}\p{N}-]{2,}\.?$/u.test(
    text,
  );

/** In ASCII, as browsers write it; undefined for what is no host. */
export function asciiHost(text: string): string | undefined {
  if (!isHost(text)) return undefined;
  try {
    return new URL(`https://${text}/`).hostname;
  } catch {
    return undefined;
  }
}
