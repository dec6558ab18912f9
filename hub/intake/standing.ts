/** What a volunteer's word is worth. Reports never list anybody: standing only keeps floods out. */

/** Decided reports before which nobody is judged by their record. */
const GRACE = 5;
/** Reports of a day that count: of somebody new, of somebody who is mostly right, of a network. */
export const DAILY = { plain: 20, trusted: 200, network: 200 } as const;
/** Share of upheld reports that makes a volunteer trusted, and below which nothing counts. */
const TRUSTED = 0.5;
const HEEDED = 0.2;

/** What became of a volunteer's reports. */
export interface TrackRecord {
  readonly upheld: number;
  readonly refused: number;
}

/** How many reports of a day count. */
export function dailyLimit({ upheld, refused }: TrackRecord): number {
  const decided = upheld + refused;
  if (decided < GRACE) return DAILY.plain;
  const share = upheld / decided;
  if (share < HEEDED) return 0;
  return share >= TRUSTED ? DAILY.trusted : DAILY.plain;
}
