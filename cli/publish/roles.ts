/**
 * The four top roles of TUF, how many must sign each, and for how long it is valid. Offline keys
 * are with people; snapshot and timestamp are signed by the small online job.
 */
export const ROLES = ['root', 'targets', 'snapshot', 'timestamp'] as const;
export type RoleName = (typeof ROLES)[number];

/**
 * Signatures needed where a root is made anew: two people for the rules, as for every decision; a
 * root that survives the loss of two keys of five and the theft of two.
 */
export const THRESHOLDS: Record<RoleName, number> = {
  root: 3,
  targets: 2,
  snapshot: 1,
  timestamp: 1,
};

/**
 * Days of validity. Who steals the online keys can hold news back for as long as the timestamp is
 * valid, and no longer; three days leave a weekend to mend a job that stopped.
 */
export const DAYS: Record<RoleName, number> = {
  root: 365,
  targets: 90,
  snapshot: 14,
  timestamp: 3,
};

export const isRole = (name: string): name is RoleName =>
  (ROLES as readonly string[]).includes(name);
