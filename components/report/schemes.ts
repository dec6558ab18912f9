/** What a volunteer may call a post: the schemes of the rules, or none of them. */
import type { Text } from '../text.ts';

export const SCHEMES = [
  'forced-scam-work',
  'task-scam',
  'advance-fee',
  'money-mule',
  'identity-harvest',
  'fake-agency',
  'sexual-exploitation',
  'job-board-impostor',
  'investment-scam',
  'unsure',
] as const;
export type SchemeChoice = (typeof SCHEMES)[number];

/** The scheme of a draft as a choice; what is unknown or empty is left to the volunteer. */
export const schemeChoice = (scheme: string): SchemeChoice =>
  SCHEMES.find((known) => known === scheme) ?? 'unsure';

/** Name of a scheme in a few words. */
export const schemeName = (scheme: string, t: Text): string =>
  t(`report.scheme.${schemeChoice(scheme)}`);
