/** How fresh the rules are, for whoever asks: options and popup. */
import { z } from './zod.ts';

/** How a check for new rules ended. */
export const Outcome = z.enum([
  /** What is installed is the newest. */
  'current',
  'updated',
  /** No mirror answered. */
  'unreachable',
  /** Something answered that is no update, as a hotel's log-in page does. */
  'not-an-update',
  /** Wrongly signed, rolled back or mixed up: refused. */
  'refused',
  /** All that mirrors offer has expired, or this device's clock is ahead. */
  'expired',
  /** This device's clock is behind the rules that are installed. */
  'clock',
  /** The new rules need a newer version of the extension. */
  'needs-newer',
  /** The new rules misjudged one of their own cases. */
  'failed-self-test',
  /** This device has no room, or its storage is broken. */
  'storage',
  /** This build of the extension has no channel of updates. */
  'no-channel',
]);
export type Outcome = z.infer<typeof Outcome>;

/** Where a running check is. */
export const Progress = z.enum(['asking', 'fetching', 'compiling', 'testing', 'storing']);
export type Progress = z.infer<typeof Progress>;

export const RulesetStatus = z.object({
  version: z.string(),
  serial: z.number(),
  /** Day of publication, ISO 8601. */
  date: z.string(),
  source: z.enum(['bundled', 'updated']),
  /** Names of those who signed it; none where it came with the package. */
  signers: z.array(z.string()),
  /** False in a build without a channel of updates. */
  channel: z.boolean(),
  /**
   * `old`: no check has succeeded for days. `expired`: no longer valid, so that listed parties are
   * not named; wording is still judged. `clock`: this device's clock is behind the rules.
   */
  state: z.enum(['fresh', 'old', 'expired', 'clock']),
  lastCheck: z.optional(z.iso.datetime()),
  lastOutcome: z.optional(Outcome),
  nextCheck: z.optional(z.iso.datetime()),
  /** Present while a check runs. */
  running: z.optional(Progress),
});
export type RulesetStatus = z.infer<typeof RulesetStatus>;
