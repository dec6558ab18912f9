import type { PublicListing } from '#schema/review.ts';

/** A party as a hub lists it. */
export const LISTED: PublicListing = {
  type: 'telegram',
  value: 'golden_desk7',
  reason: 'Lured people abroad.',
  case: 'C-7K3M9QXA',
  date: '2026-11-26',
  expires: '2099-01-01',
};
