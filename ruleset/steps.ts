/**
 * What to do before answering a post, by scheme. Help for someone who is there already, or has
 * paid, stands in the banner itself: it does not depend on the post.
 */
import type { Level } from '#schema/verdict.ts';

type Steps = Readonly<{ caution: readonly string[]; danger: readonly string[] }>;

const stepsOfScheme = new Map<string, Steps>(
  Object.entries({
    'forced-scam-work': {
      caution: ['ask-address', 'ask-embassy', 'check-agency', 'talk'],
      danger: ['no-travel-yet', 'no-papers', 'ask-embassy', 'check-agency', 'talk'],
    },
    'sexual-exploitation': {
      caution: ['ask-address', 'no-papers', 'talk'],
      danger: ['no-travel-yet', 'ask-address', 'keep-passport', 'ask-embassy', 'talk'],
    },
    'fake-agency': {
      caution: ['check-agency', 'no-fee', 'ask-address'],
      danger: ['no-fee', 'check-agency', 'keep-passport', 'ask-embassy'],
    },
    'task-scam': {
      caution: ['no-own-money', 'check-company', 'talk'],
      danger: ['no-own-money', 'tell-bank', 'no-account', 'talk'],
    },
    'advance-fee': {
      caution: ['no-fee', 'check-company', 'ask-address'],
      danger: ['no-fee', 'tell-bank', 'check-company', 'no-papers'],
    },
    'money-mule': {
      caution: ['no-passing-on', 'no-account', 'check-company'],
      danger: ['no-passing-on', 'no-account', 'tell-bank', 'talk'],
    },
    'identity-harvest': {
      caution: ['no-papers', 'check-company', 'stay-on-site'],
      danger: ['no-papers', 'tell-bank', 'check-company', 'stay-on-site'],
    },
    'job-board-impostor': {
      caution: ['check-brand', 'stay-on-site', 'no-papers'],
      danger: ['check-brand', 'no-papers', 'no-fee', 'stay-on-site'],
    },
    'listed-party': {
      caution: ['no-fee', 'no-papers', 'check-company', 'talk'],
      danger: ['no-fee', 'no-papers', 'tell-bank', 'talk'],
    },
    'listed-elsewhere': {
      caution: ['no-own-money', 'no-papers', 'check-company', 'talk'],
      danger: ['no-own-money', 'no-papers', 'tell-bank', 'talk'],
    },
    'investment-scam': {
      caution: ['no-own-money', 'check-company', 'talk'],
      danger: ['no-own-money', 'tell-bank', 'check-company', 'talk'],
    },
    other: {
      caution: ['ask-address', 'no-fee', 'no-papers', 'talk'],
      danger: ['no-fee', 'no-papers', 'check-company', 'talk'],
    },
  }),
);

/** For a text without a warning, and for a scheme that is newer than these steps. */
const ALWAYS_GOOD = ['ask-address', 'no-fee', 'no-papers', 'wait'];

/** Ids of steps (`step.<id>` in the catalogue), in the order in which to take them. */
export function stepsFor(scheme: string | undefined, level: Level): readonly string[] {
  const steps = scheme === undefined ? undefined : stepsOfScheme.get(scheme);
  return steps && level !== 'none' ? steps[level] : ALWAYS_GOOD;
}
